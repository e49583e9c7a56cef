package dev.throughline.connector.gitlab;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A top-level group, and the names of what it owns.
 *
 * @param host host of the platform, lower-case
 * @param path path of the group
 */
record Group(String host, String path) {
    Group {
        host = host.toLowerCase(Locale.ROOT);
        if (!path.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException("'" + Text.quote(path) + "' is not the path of a top-level group");
        }
        if (!host.matches("[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?")) {
            throw new IllegalArgumentException("'" + Text.quote(host) + "' is not the name of a host");
        }
    }

    String subject() {
        return host.equals("gitlab.com") ? path : host + "/" + path;
    }

    AssetKey key() {
        return AssetKey.organization(host, path);
    }

    AssetKey repository(String fullPath) {
        return AssetKey.repository(host + "/" + fullPath);
    }

    /** The group of a path: itself or one below it. */
    AssetKey group(String fullPath) {
        return fullPath.equalsIgnoreCase(path)
                ? key()
                : AssetKey.of(AssetKind.PROJECT, (host + "/" + fullPath).toLowerCase(Locale.ROOT));
    }

    AssetKey developer(String account) {
        return AssetKey.of(AssetKind.DEVELOPER, (host + "/" + account).toLowerCase(Locale.ROOT));
    }

    AssetKey runner(String id) {
        return AssetKey.of(AssetKind.RUNNER, host + "/" + id);
    }

    /** The role that an access level makes (GitLab, <em>Roles and permissions</em>). */
    static @Nullable String role(@Nullable Long level) {
        if (level == null || level <= 0) {
            return null;
        }
        return level >= 50 ? "admin" : level >= 40 ? "maintain" : level >= 30 ? "write" : "read";
    }
}
