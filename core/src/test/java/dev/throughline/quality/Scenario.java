package dev.throughline.quality;

import dev.throughline.testing.SmallEstate;
import java.util.List;

/**
 * A story of the corpus: what happened, and therefore what is true.
 *
 * @param title names it
 * @param label what it is about
 * @param cases its cases, each with content of its own
 */
record Scenario(String title, Label label, List<Case> cases) {
    /**
     * The story in one estate.
     *
     * @param estate what the sources say
     * @param expectations what is true
     */
    record Case(SmallEstate estate, List<Expectation> expectations) {}
}
