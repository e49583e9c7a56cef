package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Registry;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads container packages: what the container registry of the platform holds. The name of a version is the digest of a
 * manifest; whether that is an image, an index or an attestation, the answers do not say.
 */
final class PackageReader {
    private final Owner owner;
    private final Reading reading;

    PackageReader(Owner owner, Reading reading) {
        this.owner = owner;
        this.reading = reading;
    }

    void read() {
        List<ContainerPackage> packages = new ArrayList<>();
        reading.list("packages", null, (listed, sink) -> {
            if ("container".equals(listed.text("package_type"))) {
                packages.add(container(listed, sink));
            }
        });
        packages.forEach(this::versions);
    }

    private ContainerPackage container(Fields listed, FactSink sink) {
        String name = listed.requiredText("name");
        String repository = (owner.login() + "/" + name).toLowerCase(Locale.ROOT);
        ImageReference reference = new ImageReference(owner.registry(), repository, null, null);
        AssetKey registry = AssetKey.of(AssetKind.REGISTRY, owner.registry());
        AssetKey key = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, reference.repository());
        sink.accept(new Registry(registry, owner.registry()));
        sink.accept(new RegistryRepository(key, repository));
        sink.accept(new Relation(registry, RelationType.CONTAINS, key));
        Long versions = listed.number("version_count");
        return new ContainerPackage(name, reference, key, versions == null ? 0 : versions);
    }

    private void versions(ContainerPackage container) {
        // A name may hold slashes, which the address of the API has escaped.
        String escaped = "packages/" + container.name().replace("/", "%2F");
        String folder = reading.export().hasFolder(escaped) ? escaped : "packages/" + container.name();
        int[] read = {0};
        boolean listed = reading.list(folder + "/versions", null, (version, sink) -> {
            read[0]++;
            version(container, version, sink);
        });
        if (!listed) {
            reading.gap(folder + ": only listed, its versions are not there");
        } else if (read[0] < container.versions()) {
            reading.gap(folder + "/versions: " + read[0] + " of " + container.versions() + " records are there");
        }
    }

    private void version(ContainerPackage container, Fields version, FactSink sink) {
        AssetKey image = AssetKey.image(Digest.parse(version.requiredText("name")));
        Instant createdAt = version.instant("created_at");
        sink.accept(new Relation(
                container.key(),
                RelationType.HOLDS,
                image,
                createdAt == null ? Map.of() : Map.of("pushedAt", createdAt.toString())));
        Fields metadata = version.object("metadata").object("container");
        for (String tag : metadata.strings("tags")) {
            ImageReference reference = container.reference();
            AssetKey key = AssetKey.imageTag(new ImageReference(reference.registry(), reference.name(), tag, null));
            sink.accept(new ImageTag(key, tag));
            sink.accept(new Relation(container.key(), RelationType.CONTAINS, key));
            sink.accept(new Relation(key, RelationType.TAGGED, image));
        }
    }

    private record ContainerPackage(String name, ImageReference reference, AssetKey key, long versions) {}
}
