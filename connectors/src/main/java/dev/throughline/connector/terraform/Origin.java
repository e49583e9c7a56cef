package dev.throughline.connector.terraform;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the code lies that the resources were made from.
 *
 * @param repository its repository; null if nobody said, and then only tags of the resource can tell
 * @param folder folder of the root module in it; null if nobody said
 */
record Origin(@Nullable AssetKey repository, @Nullable String folder) {
    private static final List<String> UNIQUE = List.of("mapping_tag", "yor_trace");

    /** Says that a resource was made from the repository, or from the file in it that its tags name. */
    void link(AssetKey resource, String address, Map<String, String> tags, FactSink sink) {
        if (repository == null || !RelationType.PROVISIONED_BY.allows(resource, repository)) {
            return;
        }
        Map<String, String> properties = new TreeMap<>(Map.of("address", address));
        if (folder != null) {
            properties.put("path", folder);
        }
        for (String name : UNIQUE) {
            if (tags.containsKey(name)) {
                properties.putIfAbsent("tag", tags.get(name));
            }
        }
        AssetKey template = repository;
        String file = file(tags, repository);
        if (file != null) {
            template = AssetKey.inRepository(AssetKind.SOURCE_FILE, repository, file);
            sink.accept(new SourceFile(template, file));
            sink.accept(new Relation(repository, RelationType.CONTAINS, template));
        }
        sink.accept(new Relation(resource, RelationType.PROVISIONED_BY, template, properties));
    }

    /** The file that Yor names, if it means this repository; a module may come from another. */
    private static @Nullable String file(Map<String, String> tags, AssetKey repository) {
        String file = tags.get("git_file");
        String named = tags.get("git_org") + "/" + tags.get("git_repo");
        boolean isHere = repository.value().endsWith("/" + named.toLowerCase(Locale.ROOT));
        return file == null || !isHere || file.isBlank() || file.startsWith("/") || file.contains("..") ? null : file;
    }
}
