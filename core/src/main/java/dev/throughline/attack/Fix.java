package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be done against attacks, to ask what would be different then. It takes attack steps away, or makes them
 * less likely where they have {@link Alternatives} and it takes away some of these; {@link Deny}, {@link Mend}, {@link Patch},
 * {@link Protect} and remedies of workloads also change the facts that scores rest on.
 *
 * <p>Each fix says itself what it changes; a fix changes nothing that it does not tell by one of these methods.
 */
public sealed interface Fix {
    /**
     * An asset that it is about and that must be known.
     *
     * @return its key; empty if it names steps, a finding or a verdict
     */
    default Optional<AssetKey> subject() {
        return Optional.empty();
    }

    /**
     * Whether it names attack steps, so that it means nothing where there are none.
     *
     * @return whether it does
     */
    default boolean namesSteps() {
        return false;
    }

    /**
     * Whether it names findings and nothing else, so that it means nothing where there are none.
     *
     * @return whether it does
     */
    default boolean namesFindings() {
        return subject().isEmpty() && !namesSteps() && remedies().isEmpty();
    }

    /**
     * Whether it takes a step away, whatever makes the step possible.
     *
     * @param step a step
     * @return whether it does
     */
    default boolean stops(AttackStep step) {
        return false;
    }

    /**
     * The remedies it carries out.
     *
     * @return remedies in words that say what breaks steps or their alternatives
     */
    default Set<String> remedies() {
        return Set.of();
    }

    /**
     * Whether it mends a finding.
     *
     * @param finding key of the finding
     * @param asset key of the asset it is at
     * @param vulnerability key of its vulnerability; null if it is none
     * @param title its title
     * @return whether it does
     */
    default boolean mends(AssetKey finding, AssetKey asset, @Nullable AssetKey vulnerability, String title) {
        return false;
    }

    /**
     * What is known then of a factor of which the answer is yes now.
     *
     * @return the verdict; empty if it changes none by itself
     */
    default Optional<Verdict> verdict() {
        return Optional.empty();
    }

    /**
     * The fixes that it stands for.
     *
     * @param steps all steps
     * @return itself, and others that it says the same as
     */
    default List<Fix> meant(List<AttackStep> steps) {
        return List.of(this);
    }

    /**
     * An asset is removed, or nothing gets to it or from it any more. What a role or a role binding helps to allow goes with it.
     *
     * @param asset key of the asset
     */
    record Isolate(AssetKey asset) implements Fix {
        @Override
        public Optional<AssetKey> subject() {
            return Optional.of(asset);
        }

        @Override
        public boolean stops(AttackStep step) {
            return step.touches(asset);
        }

        @Override
        public List<Fix> meant(List<AttackStep> steps) {
            return MeantFixes.of(this, steps);
        }
    }

    /**
     * No step of a kind leads to an asset or from it any more.
     *
     * @param asset key of the asset
     * @param edge name of the {@link AttackEdge}
     */
    record StopEdge(AssetKey asset, String edge) implements Fix {
        @Override
        public boolean namesSteps() {
            return true;
        }

        @Override
        public boolean stops(AttackStep step) {
            return step.edge().equals(edge) && step.touches(asset);
        }
    }

    /**
     * One step is not possible any more.
     *
     * @param from where it starts
     * @param edge name of the {@link AttackEdge}
     * @param to where it ends
     */
    record StopStep(AssetKey from, String edge, AssetKey to) implements Fix {
        @Override
        public boolean namesSteps() {
            return true;
        }

        @Override
        public boolean stops(AttackStep step) {
            return step.edge().equals(edge)
                    && step.from().equals(from)
                    && step.to().equals(to);
        }
    }

    /**
     * A finding is mended. The steps go that rest on it alone; what other findings hold open too, they go on holding open.
     *
     * @param finding key of the finding
     */
    record Mend(AssetKey finding) implements Fix {
        @Override
        public boolean mends(AssetKey key, AssetKey asset, @Nullable AssetKey vulnerability, String title) {
            return key.equals(finding);
        }
    }

    /**
     * A vulnerability is mended at an asset, such as by an update of an image: all findings of it there are.
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

        @Override
        public boolean mends(AssetKey finding, AssetKey at, @Nullable AssetKey of, String title) {
            return at.equals(asset) && vulnerability.equals(of);
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

        @Override
        public Set<String> remedies() {
            return Set.of(remedy());
        }

        @Override
        public Optional<Verdict> verdict() {
            return Optional.of(Verdict.no(asset, factor, Evidence.of("it would be set up otherwise", asset)));
        }
    }

    /**
     * A branch asks everybody for a review before anything reaches it, administrators too. They may still lift that protection.
     *
     * <p>Not covered: the variables that GitLab hands to protected branches only, which the branch gets then. Whether steps lead
     * to them is unknown to the answer.
     *
     * @param branch key of the branch
     */
    record Protect(AssetKey branch) implements Fix {
        private static final String UNPROTECTED = "what runs was built from a branch that nothing protects: ";

        private static String words(String branch) {
            return "require a review on " + branch + ", for administrators too";
        }

        /**
         * How paths word it.
         *
         * @return the words
         */
        public String remedy() {
            return words(branch.value());
        }

        /**
         * How a finding says that what runs was built from the branch while nothing protects it.
         *
         * @return its title
         */
        public String finding() {
            return UNPROTECTED + branch.value();
        }

        @Override
        public Optional<AssetKey> subject() {
            return Optional.of(branch);
        }

        @Override
        public Set<String> remedies() {
            return Set.of(remedy());
        }

        @Override
        public boolean mends(AssetKey key, AssetKey asset, @Nullable AssetKey vulnerability, String title) {
            return title.equals(finding());
        }
    }

    /**
     * What a path says would {@linkplain AttackPath#breaks() break} it is done, or what it says would
     * {@linkplain AttackPath#hardens() harden} it as far as it takes an alternative away. Every step and alternative goes that
     * says so too. Where it says the same as a {@link Deny}, {@link Patch} or {@link Protect}, it is that.
     *
     * @param remedy the words of the path
     */
    record Apply(String remedy) implements Fix {
        @Override
        public boolean namesSteps() {
            return true;
        }

        @Override
        public Set<String> remedies() {
            return Set.of(remedy);
        }

        @Override
        public List<Fix> meant(List<AttackStep> steps) {
            return MeantFixes.of(this, steps);
        }

        @Override
        public boolean mends(AssetKey finding, AssetKey asset, @Nullable AssetKey vulnerability, String title) {
            return vulnerability != null
                    ? (remedy + ":").startsWith(new Patch(asset, vulnerability).remedy() + ":")
                    : title.startsWith(Protect.UNPROTECTED)
                            && remedy.equals(Protect.words(title.substring(Protect.UNPROTECTED.length())));
        }
    }
}
