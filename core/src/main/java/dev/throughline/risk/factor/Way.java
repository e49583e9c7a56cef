package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.risk.Verdict.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One way from the internet towards a workload, and whether it is open. Yes before unknown before no, wide before narrow. */
record Way(Answer answer, Width width, Evidence evidence) implements Comparable<Way> {
    enum Width {
        /** From anywhere. */
        WIDE,
        /** From named ranges. */
        NARROW
    }

    private static final Comparator<Way> MOST_OPEN_FIRST = Comparator.comparingInt((Way w) -> switch (w.answer) {
                case YES -> 0;
                case UNKNOWN -> 1;
                case NO -> 2;
            })
            .thenComparing(Way::width)
            .thenComparing(w -> w.evidence.assets().size())
            .thenComparing(w -> w.evidence.assets().toString())
            .thenComparing(w -> w.evidence.statement());

    static Way open(Width width, String statement, AssetKey... chain) {
        return new Way(Answer.YES, width, Evidence.of(statement, chain));
    }

    static Way unknown(String missing, AssetKey... chain) {
        return new Way(Answer.UNKNOWN, Width.WIDE, Evidence.of(missing, chain));
    }

    static Way closed(String statement, AssetKey... chain) {
        return new Way(Answer.NO, Width.WIDE, Evidence.of(statement, chain));
    }

    Way with(String field, String value) {
        return new Way(answer, width, evidence.with(field, value));
    }

    /** This way, which then goes on to another asset. */
    Way then(AssetKey next) {
        List<AssetKey> chain = new ArrayList<>(evidence.assets());
        chain.add(next);
        return new Way(answer, width, new Evidence(evidence.statement(), chain, evidence.fields()));
    }

    /** This way, told of something that lies behind its end. */
    Way saying(String before) {
        return new Way(
                answer, width, new Evidence(before + evidence.statement(), evidence.assets(), evidence.fields()));
    }

    @Override
    public int compareTo(Way other) {
        return MOST_OPEN_FIRST.compare(this, other);
    }
}
