package dev.throughline.risk;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.Locale;

/**
 * What is known of one factor of one asset. "No" needs evidence as much as "yes"; what is missing makes "unknown", and the
 * evidence then says what is missing.
 *
 * @param asset key of the asset
 * @param factor the factor
 * @param answer the answer
 * @param evidence the proof; its fields hold the settings that decided, such as {@code width} or {@code level}
 */
public record Verdict(AssetKey asset, Factor factor, Answer answer, Evidence evidence) {
    /** The three answers. */
    public enum Answer {
        /** It holds. */
        YES,
        /** It does not hold. */
        NO,
        /** It cannot be told. */
        UNKNOWN
    }

    /**
     * The factor holds.
     *
     * @param asset key of the asset
     * @param factor the factor
     * @param evidence the proof
     * @return the verdict
     */
    public static Verdict yes(AssetKey asset, Factor factor, Evidence evidence) {
        return new Verdict(asset, factor, Answer.YES, evidence);
    }

    /**
     * The factor does not hold.
     *
     * @param asset key of the asset
     * @param factor the factor
     * @param evidence the proof
     * @return the verdict
     */
    public static Verdict no(AssetKey asset, Factor factor, Evidence evidence) {
        return new Verdict(asset, factor, Answer.NO, evidence);
    }

    /**
     * It cannot be told.
     *
     * @param asset key of the asset
     * @param factor the factor
     * @param missing one sentence that says what is missing
     * @return the verdict
     */
    public static Verdict unknown(AssetKey asset, Factor factor, String missing) {
        return new Verdict(asset, factor, Answer.UNKNOWN, Evidence.of(missing, asset));
    }

    /**
     * Whether the factor holds.
     *
     * @return whether the answer is yes
     */
    public boolean isYes() {
        return answer == Answer.YES;
    }

    @Override
    public String toString() {
        return asset + " " + factor + ": " + answer.name().toLowerCase(Locale.ROOT) + ", " + evidence;
    }
}
