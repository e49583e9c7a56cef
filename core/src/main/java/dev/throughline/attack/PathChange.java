package dev.throughline.attack;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the best path from an entry to a target.
 *
 * @param before the path as it is
 * @param after the best that is left, never more likely; null if none is
 */
public record PathChange(AttackPath before, @Nullable AttackPath after) {
    /**
     * Whether nothing leads from the entry to the target any more.
     *
     * @return whether the path is gone
     */
    public boolean isGone() {
        return after == null;
    }
}
