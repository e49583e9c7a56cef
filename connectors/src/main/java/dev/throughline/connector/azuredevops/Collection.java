package dev.throughline.connector.azuredevops;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Text;
import java.util.Locale;

/**
 * An organization, and the names of what it owns.
 *
 * @param name name of the organization
 */
record Collection(String name) {
    private static final String HOST = "dev.azure.com";

    Collection {
        if (!name.matches("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("'" + Text.quote(name) + "' is not the name of an organization");
        }
    }

    AssetKey key() {
        return AssetKey.organization(HOST, name);
    }

    AssetKey project(String project) {
        return AssetKey.of(AssetKind.PROJECT, (HOST + "/" + name + "/" + project).toLowerCase(Locale.ROOT));
    }

    AssetKey repository(String project, String repository) {
        return AssetKey.repository(
                "https://" + HOST + "/" + escaped(name) + "/" + escaped(project) + "/_git/" + escaped(repository));
    }

    private static String escaped(String segment) {
        return segment.replace("%", "%25").replace("@", "%40").replace(" ", "%20");
    }

    /** Something that a project holds, as its definitions name it. */
    AssetKey inProject(AssetKind kind, String project, String thing) {
        String place = (HOST + "/" + name + "/" + project).toLowerCase(Locale.ROOT);
        return AssetKey.of(kind, place + "/" + thing);
    }

    AssetKey pool(String pool) {
        return AssetKey.of(AssetKind.AGENT_POOL, HOST + "/" + name.toLowerCase(Locale.ROOT) + "/" + pool);
    }

    AssetKey developer(String account) {
        return AssetKey.of(AssetKind.DEVELOPER, (HOST + "/" + name + "/" + account).toLowerCase(Locale.ROOT));
    }

    /** A security group, by its name with the project before it: {@code [store]\Contributors}. */
    AssetKey team(String principal) {
        String path = principal.replaceFirst("^\\[([^\\]]*)\\]\\\\", "$1/");
        return AssetKey.of(AssetKind.TEAM, (HOST + "/" + name + "/" + path).toLowerCase(Locale.ROOT));
    }
}
