package dev.throughline.connector.support.definition;

import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes references to code of other repositories. */
final class Reference {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private Reference() {}

    /** {@code owner/repository/path@ref} on a host, or {@code docker://image}. */
    static ActionReference ofGitHub(String uses, String host) {
        int at = uses.indexOf('@');
        String name = (at < 0 ? uses : uses.substring(0, at)).toLowerCase(Locale.ROOT);
        String ref = at < 0 ? null : uses.substring(at + 1);
        if (name.startsWith("docker://")) {
            return make(name, ref, ref != null && ref.startsWith("sha256:"), null);
        }
        String[] segments = name.split("/", 3);
        String repository = segments.length < 2 ? null : host + "/" + segments[0] + "/" + segments[1];
        return make(name, ref, isCommit(ref), repository);
    }

    /** A file of another repository. */
    static ActionReference ofFile(String repository, String path, @Nullable String ref) {
        String name = repository + "/" + path.replaceFirst("^/+", "");
        return make(name.toLowerCase(Locale.ROOT), ref, isCommit(ref), repository);
    }

    private static boolean isCommit(@Nullable String ref) {
        return ref != null && COMMIT.matcher(ref).matches();
    }

    private static ActionReference make(
            String name, @Nullable String ref, boolean pinned, @Nullable String repository) {
        AssetKey key = AssetKey.of(AssetKind.ACTION_REFERENCE, ref == null ? name : name + "@" + ref);
        return new ActionReference(
                key,
                name,
                ref,
                pinned,
                repository == null ? null : AssetKey.repository(repository).text());
    }
}
