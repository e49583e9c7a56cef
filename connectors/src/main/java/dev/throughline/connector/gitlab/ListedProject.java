package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A project as the list of all projects describes it.
 *
 * @param id id of the project
 * @param namespace key of the group it is in
 * @param definition path of its pipeline's definition
 * @param asset what the list says of it
 */
record ListedProject(String id, AssetKey namespace, String definition, Repository asset) {
    static ListedProject read(Fields entry, Group group) {
        Long id = entry.number("id");
        if (id == null) {
            throw new WrongShape(entry.pointer() + "/id", "this field is required and has no value");
        }
        String path = entry.requiredText("path_with_namespace");
        AssetKey key = group.repository(path);
        int slash = path.lastIndexOf('/');
        return new ListedProject(
                id.toString(),
                group.group(slash < 0 ? group.path() : path.substring(0, slash)),
                definition(entry.text("ci_config_path")),
                new Repository(
                        key,
                        path.substring(slash + 1),
                        id.toString(),
                        entry.text("web_url"),
                        visibility(entry.text("visibility")),
                        entry.text("default_branch"),
                        entry.bool("archived"),
                        entry.has("forked_from_project"),
                        null,
                        null,
                        null,
                        null,
                        entry.instant("last_activity_at"),
                        entry.instant("created_at"),
                        null,
                        null));
    }

    /** A definition that lies in another project is not read. */
    private static String definition(@Nullable String path) {
        if (path == null || path.isBlank() || path.contains("@") || path.contains("..")) {
            return ".gitlab-ci.yml";
        }
        return path.replaceFirst("^/+", "");
    }

    AssetKey key() {
        return asset.key();
    }

    static @Nullable Visibility visibility(@Nullable String name) {
        return switch (String.valueOf(name)) {
            case "public" -> Visibility.PUBLIC;
            case "internal" -> Visibility.INTERNAL;
            case "private" -> Visibility.PRIVATE;
            default -> null;
        };
    }
}
