package dev.throughline.quality;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Trust;
import java.util.List;
import java.util.Optional;

/**
 * What the mapping said to one question of the corpus.
 *
 * @param scenario the scenario it belongs to
 * @param expectation what is true
 * @param candidates what was said, most likely first
 */
record Answer(Scenario scenario, Expectation expectation, List<Candidate> candidates) {
    /** The most likely origin, for which alone the mapping answers. */
    Optional<Candidate> first() {
        return candidates.stream().findFirst();
    }

    boolean isRight() {
        return first().map(expectation::isRight).orElse(false);
    }

    boolean isFound() {
        return first().map(expectation::isFoundBy).orElse(false);
    }

    /** Whether this is what it should be: the link, or nothing; a forgery no more than a claim. */
    boolean isAsExpected() {
        if (expectation.isForgery()) {
            return reached().map(trust -> trust.compareTo(Trust.CLAIMED) >= 0).orElse(true);
        }
        return expectation.isLink() ? isFound() : first().isEmpty();
    }

    double confidence() {
        return first().map(Candidate::confidence).orElse(0.0);
    }

    /** How far a forgery got: the trust in the repository that it names. */
    Optional<Trust> reached() {
        return candidates.stream()
                .filter(candidate -> candidate.repository().equals(expectation.repository()))
                .map(Candidate::trust)
                .findFirst();
    }
}
