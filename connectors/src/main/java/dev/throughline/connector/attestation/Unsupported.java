package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What sigstore-java 2.0 cannot verify although it may be sound: it is left unchecked, and not called invalid. */
final class Unsupported {
    private static final Set<String> MEDIA_TYPES = Set.of(
            "application/vnd.dev.sigstore.bundle+json;version=0.1",
            "application/vnd.dev.sigstore.bundle+json;version=0.2",
            "application/vnd.dev.sigstore.bundle+json;version=0.3",
            "application/vnd.dev.sigstore.bundle.v0.3+json");

    private Unsupported() {}

    /**
     * The first such thing in a bundle.
     *
     * @param bundle the bundle
     * @param logged whether there ought to be an entry of a log
     * @return a sentence, or null if there is none
     */
    static @Nullable String in(Fields bundle, boolean logged) {
        String mediaType = bundle.text("mediaType");
        if (mediaType == null || !MEDIA_TYPES.contains(mediaType)) {
            return "a bundle of media type '" + Text.quote(String.valueOf(mediaType)) + "' is not supported";
        }
        List<Fields> entries = bundle.object("verificationMaterial").list("tlogEntries");
        if (entries.isEmpty()) {
            return logged ? null : "its authority keeps no log of signatures, and timestamps alone are not supported";
        }
        return in(entries.get(0), mediaType);
    }

    private static @Nullable String in(Fields entry, String mediaType) {
        if (mediaType.endsWith("version=0.1") && !entry.has("inclusionProof")) {
            return "its log entry has no inclusion proof, and a promise of inclusion alone is not supported";
        }
        String kind = entry.object("kindVersion").text("kind");
        return kind == null || kind.equals("dsse")
                ? null
                : "a log entry of kind '" + Text.quote(kind) + "' is not supported for a statement";
    }
}
