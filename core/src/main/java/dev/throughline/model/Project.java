package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A grouping between organization and repository: Azure DevOps project or GitLab subgroup.
 *
 * <p>Key: {@code project:dev.azure.com/acme/store}. Source: Azure DevOps {@code core/projects}; GitLab groups.
 *
 * @param key its key
 * @param name name as shown by the platform
 * @param visibility who may read it
 */
public record Project(
        AssetKey key, @Nullable String name, @Nullable Visibility visibility) implements Asset {
    /** Checks the key and copies lists. */
    public Project {
        AssetKind.PROJECT.check(key);
    }
}
