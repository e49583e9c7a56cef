package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Factor;

/**
 * Something that could be done against attacks, to ask what would be different then. It takes attack steps away; {@link Deny},
 * {@link Mend} and {@link Patch} also change the facts that scores rest on.
 */
public sealed interface Fix {
    /**
     * An asset is removed, or nothing gets to it or from it any more.
     *
     * @param asset key of the asset
     */
    record Isolate(AssetKey asset) implements Fix {}

    /**
     * No step of a kind leads to an asset or from it any more.
     *
     * @param asset key of the asset
     * @param edge name of the {@link AttackEdge}
     */
    record StopEdge(AssetKey asset, String edge) implements Fix {}

    /**
     * One step is not possible any more.
     *
     * @param from where it starts
     * @param edge name of the {@link AttackEdge}
     * @param to where it ends
     */
    record StopStep(AssetKey from, String edge, AssetKey to) implements Fix {}

    /**
     * A finding is mended. The steps go whose evidence rests on it alone: where more findings hold a step open, it stays.
     *
     * @param finding key of the finding
     */
    record Mend(AssetKey finding) implements Fix {}

    /**
     * A vulnerability is mended at an asset, such as by an update of an image: all findings of it there are, and the steps go as
     * by {@link Mend}.
     *
     * @param asset key of the asset that the findings are at
     * @param vulnerability key of the vulnerability
     */
    record Patch(AssetKey asset, AssetKey vulnerability) implements Fix {
        /**
         * How paths word it.
         *
         * @return the words, which what to update may follow
         */
        public String remedy() {
            return "mend " + vulnerability.value() + " in " + asset.value();
        }
    }

    /**
     * A factor that somebody has set up holds no longer: the asset is taken off the internet, or asks who reads it. The steps go
     * that rest on it, and it counts no more in scores.
     *
     * @param asset key of the asset
     * @param factor {@link Factor#INTERNET_EXPOSED}, or {@link Factor#PUBLIC_ACCESS} of a store
     */
    record Deny(AssetKey asset, Factor factor) implements Fix {
        /**
         * Checks that it can be undone.
         *
         * @throws IllegalArgumentException if the factor is not one of the two, or is that of another asset than a store
         */
        public Deny {
            boolean ofStore = factor.equals(Factor.PUBLIC_ACCESS) && asset.mayBe(AssetKind.DATA_STORE);
            if (!ofStore && !factor.equals(Factor.INTERNET_EXPOSED)) {
                throw new IllegalArgumentException(factor + " of " + asset + " is nothing to set up");
            }
        }

        /**
         * How paths word it.
         *
         * @return the words
         */
        public String remedy() {
            return factor.equals(Factor.INTERNET_EXPOSED)
                    ? "take " + asset.value() + " off the internet"
                    : "take public access from " + asset.value();
        }
    }

    /**
     * What a path says would {@linkplain AttackPath#breaks() break} it is done. Every step goes that says so too. Where it
     * says the same as a {@link Deny} or {@link Patch}, it is that.
     *
     * @param remedy the words of the path
     */
    record Apply(String remedy) implements Fix {}
}
