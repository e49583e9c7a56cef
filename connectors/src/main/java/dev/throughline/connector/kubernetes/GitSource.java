package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/**
 * Where in Git a GitOps tool takes manifests from.
 *
 * @param repository the repository
 * @param path the folder in it, as the tool writes it
 * @param revision what was taken: a commit, or what else the tool names
 */
record GitSource(
        AssetKey repository,
        @Nullable String path,
        @Nullable String revision) {
    /** Reads the address of a repository. It may hold a password, so the error does not repeat it. */
    static AssetKey repository(Fields fields, String field) {
        String url = fields.requiredText(field);
        try {
            return AssetKey.repository(url);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(fields.get(field).pointer(), "not the address of a Git repository");
        }
    }
}
