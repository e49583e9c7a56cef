package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A team of an organization.
 *
 * <p>Key: {@code team:github.com/acme/payments}. Source: GitHub REST {@code GET /orgs/{org}/teams}.
 *
 * @param key its key
 * @param name display name
 */
public record Team(AssetKey key, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public Team {
        AssetKind.TEAM.check(key);
    }
}
