package dev.throughline.mapping;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Labels, annotations and tags whose name says that their value is an owner, such as {@code team=payments}. */
final class OwnerTags {
    private static final Set<String> NAMES =
            Set.of("owner", "owners", "owned-by", "ownedby", "team", "squad", "maintainer");

    private OwnerTags() {}

    static Stream<Owner> owners(Asset asset) {
        return Stream.of("labels", "annotations", "tags")
                .flatMap(attribute -> values(asset, attribute).stream())
                .flatMap(tag -> owner(asset.key(), tag).stream());
    }

    /** Annotations may have any length, so an owner is no longer than a name. */
    private static Optional<Owner> owner(AssetKey asset, String tag) {
        int equals = tag.indexOf('=');
        String name = tag.substring(0, Math.max(0, equals));
        String value = tag.substring(equals + 1).strip();
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (!NAMES.contains(last) || value.isEmpty() || value.length() > 200) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of("the tag " + name + " of " + asset + " says so", asset)
                .with(name, value);
        return Optional.of(new Owner(value, key(value), Owner.Ground.TAG, evidence));
    }

    private static @Nullable AssetKey key(String value) {
        return value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
                ? AssetKey.of(AssetKind.DEVELOPER, value.toLowerCase(Locale.ROOT))
                : null;
    }

    private static List<String> values(Asset asset, String attribute) {
        int index = asset.kind().attributes().indexOf(attribute);
        return index >= 0 && asset.kind().values(asset)[index] instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }
}
