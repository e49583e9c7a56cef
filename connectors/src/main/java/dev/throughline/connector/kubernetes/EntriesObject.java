package dev.throughline.connector.kubernetes;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Secret or ConfigMap (core/v1): the names of its entries. Their values are not even looked at. */
record EntriesObject(ObjectName name, @Nullable String type, List<String> entries) {
    static EntriesObject of(Manifest manifest, String... fields) {
        List<String> entries = Arrays.stream(fields)
                .flatMap(f -> manifest.root().object(f).names().stream())
                .distinct()
                .sorted()
                .toList();
        return new EntriesObject(manifest.name(), manifest.root().text("type"), entries);
    }
}
