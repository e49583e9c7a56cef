package dev.throughline.risk.exposure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One way from the internet towards an asset, and whether it is open. Ordered: open before unknown before open to trusted
 * ranges only before closed, wide before narrow, short before long.
 *
 * @param answer whether it is open
 * @param width from where, if it is open
 * @param evidence the assets on the way, from outside to inside, and the settings that decided
 */
public record Way(Answer answer, Width width, Evidence evidence) implements Comparable<Way> {
    /** From where a way is open. */
    public enum Width {
        /** From anywhere. */
        WIDE,
        /** From named ranges. */
        NARROW,
        /** From ranges that the tenant trusts, only; such a way does not make an asset exposed. */
        TRUSTED
    }

    private static final Comparator<Way> MOST_OPEN_FIRST = Comparator.comparingInt((Way w) -> switch (w.answer) {
                case YES -> w.width == Width.TRUSTED ? 2 : 0;
                case UNKNOWN -> 1;
                case NO -> 3;
            })
            .thenComparing(Way::width)
            .thenComparing(w -> w.evidence.assets().size())
            .thenComparing(w -> w.evidence.assets().toString())
            .thenComparing(w -> w.evidence.statement());

    /**
     * A way that is open.
     *
     * @param width from where
     * @param statement one sentence that says why
     * @param chain the assets on it, from outside to inside
     * @return the way
     */
    public static Way open(Width width, String statement, AssetKey... chain) {
        return new Way(Answer.YES, width, Evidence.of(statement, chain));
    }

    /**
     * A way of which it cannot be told whether it is open.
     *
     * @param missing one sentence that says what is missing
     * @param chain the assets on it, from outside to inside
     * @return the way
     */
    public static Way unknown(String missing, AssetKey... chain) {
        return new Way(Answer.UNKNOWN, Width.WIDE, Evidence.of(missing, chain));
    }

    /**
     * A way that something closes.
     *
     * @param statement one sentence that says what closes it
     * @param chain the assets on it, from outside to inside
     * @return the way
     */
    public static Way closed(String statement, AssetKey... chain) {
        return new Way(Answer.NO, Width.WIDE, Evidence.of(statement, chain));
    }

    /**
     * This way with a setting that decided.
     *
     * @param field name of the setting, as its platform calls it
     * @param value its value
     * @return a new way
     */
    public Way with(String field, String value) {
        return new Way(answer, width, evidence.with(field, value));
    }

    /**
     * This way, open to no more than some width.
     *
     * @param most the width
     * @return a new way; this one if it is no wider
     */
    public Way atMost(Width most) {
        return most.compareTo(width) > 0 ? new Way(answer, most, evidence) : this;
    }

    /**
     * This way, which then goes on to another asset.
     *
     * @param next key of the asset
     * @return a new way
     */
    public Way then(AssetKey next) {
        List<AssetKey> chain = new ArrayList<>(evidence.assets());
        chain.add(next);
        return new Way(answer, width, new Evidence(evidence.statement(), chain, evidence.fields()));
    }

    /**
     * This way, told of something that lies behind its end.
     *
     * @param before how the sentence begins
     * @return a new way
     */
    public Way saying(String before) {
        return new Way(
                answer, width, new Evidence(before + evidence.statement(), evidence.assets(), evidence.fields()));
    }

    /**
     * The verdict that the most open of some ways gives on an asset. Its field {@code width} is {@code wide}, {@code narrow},
     * or {@code trusted}, which counts as not exposed.
     *
     * @param asset key of the asset they lead to
     * @param ways the ways, in any order; not empty
     * @return the verdict
     */
    public static Verdict verdict(AssetKey asset, List<Way> ways) {
        Way best = ways.stream().min(Comparator.naturalOrder()).orElseThrow();
        if (best.answer == Answer.YES) {
            boolean trusted = best.width == Width.TRUSTED;
            Way told = trusted ? best.saying("only ranges that the tenant trusts come in: ") : best;
            return new Verdict(
                    asset,
                    Factor.INTERNET_EXPOSED,
                    trusted ? Answer.NO : Answer.YES,
                    told.evidence.with("width", best.width.name().toLowerCase(Locale.ROOT)));
        }
        return new Verdict(asset, Factor.INTERNET_EXPOSED, best.answer, best.evidence);
    }

    @Override
    public int compareTo(Way other) {
        return MOST_OPEN_FIRST.compare(this, other);
    }
}
