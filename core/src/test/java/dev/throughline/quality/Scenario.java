package dev.throughline.quality;

import dev.throughline.testing.SmallEstate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story of the corpus: what happened, and therefore what is true.
 *
 * @param title names it
 * @param label what it is about
 * @param open why the mapping is known not to get it right yet; null if it is held to it
 * @param cases its cases, each with content of its own
 */
record Scenario(String title, Label label, @Nullable String open, List<Case> cases) {
    /**
     * The story in one estate.
     *
     * @param estate what the sources say
     * @param expectations what is true
     */
    record Case(SmallEstate estate, List<Expectation> expectations) {}
}
