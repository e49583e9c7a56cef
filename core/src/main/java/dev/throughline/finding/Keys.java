package dev.throughline.finding;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;

/** Keys of findings that no source gave a key. */
final class Keys {
    private Keys() {}

    /** The key of what {@code cause} makes at a place. Parts are hashed with their lengths, so that none runs into the next. */
    static AssetKey derived(AssetKey cause, AssetKey place) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (AssetKey part : new AssetKey[] {cause, place}) {
            byte[] bytes = part.text().getBytes(StandardCharsets.UTF_8);
            hasher.putInt(bytes.length).putBytes(bytes);
        }
        return AssetKey.of(AssetKind.WEAKNESS, hasher.hash().toString());
    }
}
