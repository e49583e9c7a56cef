package dev.throughline.connector.github;

import dev.throughline.connector.support.export.Reading;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads the names of the secrets that a repository hands to its workflows. */
final class SecretReader {
    private final AssetKey repository;
    private final Reading reading;

    SecretReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    static AssetKey key(AssetKey repository, String name) {
        return AssetKey.inRepository(AssetKind.PIPELINE_SECRET, repository, name.toUpperCase(Locale.ROOT));
    }

    /** Reads the secrets and returns their names. */
    Set<String> read(String folder) {
        Set<String> names = new TreeSet<>();
        reading.list(folder + "/secrets", "secrets", (secret, sink) -> {
            String name = secret.requiredText("name");
            AssetKey key = key(repository, name);
            sink.accept(new PipelineSecret(key, name, "repository", secret.instant("updated_at"), null, null));
            sink.accept(new Relation(repository, RelationType.CONTAINS, key));
            names.add(name.toUpperCase(Locale.ROOT));
        });
        return names;
    }
}
