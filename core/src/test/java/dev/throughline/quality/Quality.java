package dev.throughline.quality;

import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import java.util.List;
import java.util.function.Predicate;

/**
 * Figures of what the mapping answered. An answer is the most likely origin of an asset, and counts for the method of its
 * strongest link.
 *
 * @param answers the answers to all questions but those for forgeries
 */
record Quality(List<Answer> answers) {
    static Quality of(List<Answer> answers) {
        return new Quality(
                answers.stream().filter(a -> !a.expectation().isForgery()).toList());
    }

    Quality where(Predicate<Answer> condition) {
        return new Quality(answers.stream().filter(condition).toList());
    }

    Quality said() {
        return where(answer -> answer.first().isPresent());
    }

    Quality saidBy(LinkMethod method) {
        return where(answer -> answer.first()
                .filter(origin -> origin.strongest().method() == method)
                .isPresent());
    }

    Quality saidWith(Trust trust) {
        return where(answer ->
                answer.first().filter(origin -> origin.trust() == trust).isPresent());
    }

    /** The links that there are to be found. */
    Quality links() {
        return where(answer -> answer.expectation().isLink());
    }

    Quality linksBy(LinkMethod method) {
        return where(answer -> answer.expectation().method() == method);
    }

    long size() {
        return answers.size();
    }

    long right() {
        return answers.stream().filter(Answer::isRight).count();
    }

    long found() {
        return answers.stream().filter(Answer::isFound).count();
    }

    /** Of what was said, the share that is right. */
    double precision() {
        return share(right());
    }

    /** Of what there is to be found, the share that was: repository, commit and method. */
    double recall() {
        return share(found());
    }

    double meanConfidence() {
        return answers.stream().mapToDouble(Answer::confidence).average().orElse(Double.NaN);
    }

    /** The mean square of the difference between how sure an answer was and whether it was right: 0 is best, 1 worst. */
    double brier() {
        return answers.stream()
                .mapToDouble(a -> Math.pow(a.confidence() - (a.isRight() ? 1 : 0), 2))
                .average()
                .orElse(Double.NaN);
    }

    private double share(long count) {
        return answers.isEmpty() ? Double.NaN : (double) count / answers.size();
    }
}
