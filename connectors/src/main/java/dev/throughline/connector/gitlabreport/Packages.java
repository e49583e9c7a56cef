package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.Fingerprints;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.model.AssetKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The packages of a report, in which findings of one package follow each other. */
final class Packages {
    private final Scan scan;
    private final String slug;
    private final Fingerprints fingerprints = new Fingerprints();

    private String lastPath = "";
    private String lastName = "";
    private @Nullable String lastVersion;
    private @Nullable PackageReference last;

    Packages(Scan scan) {
        this.scan = scan;
        this.slug = Fingerprint.slug(scan.tool());
    }

    Scan scan() {
        return scan;
    }

    /** See {@link LockFile#reference}. */
    @Nullable
    PackageReference reference(String path, String name, @Nullable String version) {
        if (!path.equals(lastPath) || !name.equals(lastName) || !Objects.equals(version, lastVersion)) {
            last = LockFile.reference(path, name, version);
            lastPath = path;
            lastName = name;
            lastVersion = version;
        }
        return last;
    }

    /** The key of a vulnerability in a package somewhere. */
    AssetKey weakness(String vulnerability, String identity, AssetKey place, String path) {
        return fingerprints
                .of(slug, vulnerability, identity, place.value(), path)
                .key();
    }
}
