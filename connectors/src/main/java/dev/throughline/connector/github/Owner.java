package dev.throughline.connector.github;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Text;
import java.util.Locale;

/**
 * An organization, and the names of what it owns.
 *
 * @param host host of the platform, lower-case
 * @param login login of the organization
 */
record Owner(String host, String login) {
    Owner {
        host = host.toLowerCase(Locale.ROOT);
        if (!login.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("'" + Text.quote(login) + "' is not the login of an organization");
        }
        if (!host.matches("[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?")) {
            throw new IllegalArgumentException("'" + Text.quote(host) + "' is not the name of a host");
        }
    }

    String subject() {
        return host.equals("github.com") ? login : host + "/" + login;
    }

    AssetKey key() {
        return AssetKey.organization(host, login);
    }

    AssetKey repository(String fullName) {
        return AssetKey.repository(host + "/" + fullName);
    }

    AssetKey team(String slug) {
        return team(login, slug);
    }

    AssetKey team(String organization, String slug) {
        return AssetKey.of(AssetKind.TEAM, (host + "/" + organization + "/" + slug).toLowerCase(Locale.ROOT));
    }

    AssetKey developer(String account) {
        return AssetKey.of(AssetKind.DEVELOPER, (host + "/" + account).toLowerCase(Locale.ROOT));
    }

    /** The container registry of the platform. */
    String registry() {
        return host.equals("github.com") ? "ghcr.io" : "containers." + host;
    }
}
