package dev.throughline.finding;

import dev.throughline.risk.Level;
import java.util.List;

/**
 * How urgent a finding is, and why.
 *
 * @param value 0 to 100; 0 if the level is {@code NOT_EVALUATED}
 * @param level the level that follows from the value
 * @param contextual whether anything but severity went into it
 * @param terms the factors of the value
 */
public record Score(double value, Level level, boolean contextual, List<Term> terms) {
    /** The highest fraction that is only high. */
    static final double MOST_HIGH = 0.549;

    /** The highest fraction that is only medium. */
    static final double MOST_MEDIUM = 0.349;

    private static final double CRITICAL = 55;
    private static final double HIGH = 35;
    private static final double MEDIUM = 15;

    /** Copies the list. */
    public Score {
        terms = List.copyOf(terms);
    }

    /** Too little is known to say. */
    static Score notEvaluated(List<Term> known) {
        return new Score(0, Level.NOT_EVALUATED, false, known);
    }

    /** 100 times the product of the terms, rounded to a tenth; from 55 critical, from 35 high, from 15 medium. */
    static Score of(boolean contextual, List<Term> terms) {
        double value = Math.round(product(terms) * 1000) / 10.0;
        Level level = value >= CRITICAL
                ? Level.CRITICAL
                : value >= HIGH ? Level.HIGH : value >= MEDIUM ? Level.MEDIUM : Level.LOW;
        return new Score(value, level, contextual, terms);
    }

    static double product(List<Term> terms) {
        return terms.stream().mapToDouble(Term::value).reduce(1, (a, b) -> a * b);
    }
}
