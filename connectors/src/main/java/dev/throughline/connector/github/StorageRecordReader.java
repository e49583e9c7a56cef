package dev.throughline.connector.github;

import com.google.common.base.CharMatcher;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.Registry;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads storage records of artifacts: which registry holds a digest, as the caller that uploaded the record says. The answer
 * does not name the repository of the platform that the artifact belongs to.
 */
final class StorageRecordReader {
    private static final String SCHEME = "https://";
    private static final Pattern REGISTRY = Pattern.compile(SCHEME + "[^/.:]+[.:].+");

    private final Reading reading;

    StorageRecordReader(Reading reading) {
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/storage-records", "storage_records", StorageRecordReader::record);
    }

    private static void record(Fields stored, FactSink sink) {
        Digest digest = Digest.parse(stored.requiredText("digest"));
        ImageReference place = place(stored);
        if (place == null || "deleted".equals(stored.text("status"))) {
            return;
        }
        AssetKey registry = AssetKey.of(AssetKind.REGISTRY, place.registry());
        AssetKey repository = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, place.repository());
        sink.accept(new Registry(registry, place.registry()));
        sink.accept(new RegistryRepository(repository, place.name()));
        sink.accept(new Relation(registry, RelationType.CONTAINS, repository));
        sink.accept(new Relation(repository, RelationType.HOLDS, AssetKey.image(digest)));
    }

    /** Null if the record names only the registry. */
    private static @Nullable ImageReference place(Fields stored) {
        String registry = CharMatcher.is('/').trimTrailingFrom(stored.requiredText("registry_url"));
        if (!REGISTRY.matcher(registry).matches()) {
            throw new WrongShape(stored.pointer() + "/registry_url", "expected the https address of a registry");
        }
        String repository = stored.text("repository");
        if (repository != null && !repository.isEmpty()) {
            return ImageReference.parse(registry + "/" + repository);
        }
        // The attest action states no repository; its name of an image begins with the registry.
        String name = stored.requiredText("name");
        return name.startsWith(registry.substring(SCHEME.length()) + "/") ? ImageReference.parse(name) : null;
    }
}
