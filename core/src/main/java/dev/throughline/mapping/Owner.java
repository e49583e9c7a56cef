package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for an asset, and why they are named.
 *
 * @param name the name, as the source wrote it or as the platform knows it, such as {@code github.com/acme/payments}
 * @param key key of the team or developer; null if a tag names somebody whom no source knows
 * @param ground on what they are named
 * @param evidence the rule, tag or commits that name them, in a sentence with its fields
 */
public record Owner(String name, @Nullable AssetKey key, Ground ground, Evidence evidence) {
    /** On what an owner is named. From what was decided to what is only likely. */
    public enum Ground {
        /** A rule on code: CODEOWNERS, or a policy on who must review. */
        CODE_OWNERS,
        /** A catalogue says that a team or person answers for the asset. */
        CATALOGUE,
        /** A label, annotation or tag of what runs. */
        TAG,
        /** They wrote commits; named only if nothing of the above names anybody. */
        COMMIT_AUTHOR
    }

    static Owner of(AssetKey key, Ground ground, Evidence evidence) {
        return new Owner(key.value(), key, ground, evidence);
    }

    /** {@return name and ground} */
    @Override
    public String toString() {
        return name + " (" + evidence.statement() + ")";
    }
}
