package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the four stages on the way from code to cloud.
 *
 * @param stage which one
 * @param status whether it is known
 * @param assets the assets of this stage, ordered
 * @param candidates the repositories in question, most likely first; for the stage {@code SOURCE} only
 * @param gap what it lacks; null if it is mapped
 */
public record ChainStage(
        Stage stage,
        Status status,
        List<AssetKey> assets,
        List<Candidate> candidates,
        @Nullable StageGap gap) {
    /** Copies the lists. */
    public ChainStage {
        assets = List.copyOf(assets);
        candidates = List.copyOf(candidates);
    }

    /** The stages, in the order in which code flows. */
    public enum Stage {
        /** Repository and commit. */
        SOURCE,
        /** Pipeline and run. */
        PIPELINE,
        /** Image, as a registry holds it. */
        REGISTRY,
        /** Workload, or cloud resource that runs an image. */
        RUNTIME
    }

    /** Whether a stage is known. From best to worst. */
    public enum Status {
        /** It is known. */
        MAPPED,
        /** Some of it is known. */
        PARTIAL,
        /** Nothing tells it. */
        MISSING,
        /** Evidence contradicts itself. */
        CONFLICT
    }

    static ChainStage mapped(Stage stage, Collection<AssetKey> assets) {
        return new ChainStage(stage, Status.MAPPED, List.copyOf(assets), List.of(), null);
    }

    static ChainStage partial(Stage stage, Collection<AssetKey> assets, StageGap gap) {
        return new ChainStage(stage, Status.PARTIAL, List.copyOf(assets), List.of(), gap);
    }

    static ChainStage missing(Stage stage, StageGap gap) {
        return new ChainStage(stage, Status.MISSING, List.of(), List.of(), gap);
    }

    /**
     * Why it is missing, known in part or in conflict.
     *
     * @return one sentence; null if it is mapped
     */
    public @Nullable String reason() {
        return gap == null ? null : gap.reason();
    }

    /**
     * What would mend that.
     *
     * @return one sentence; null if it is mapped
     */
    public @Nullable String remedy() {
        return gap == null ? null : gap.remedy();
    }

    /**
     * How many assets of each kind it has.
     *
     * @return numbers by prefix of the keys, such as {@code repository}, ordered; unmodifiable
     */
    public NavigableMap<String, Integer> counts() {
        NavigableMap<String, Integer> counts = new TreeMap<>();
        assets.forEach(asset -> counts.merge(asset.prefix(), 1, Integer::sum));
        return Collections.unmodifiableNavigableMap(counts);
    }
}
