package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the four stages on the way from code to cloud.
 *
 * @param stage which one
 * @param status whether it is known
 * @param assets the assets of this stage, ordered
 * @param candidates the repositories in question, most likely first; for the stage {@code SOURCE} only
 * @param reason why it is missing or in conflict, in one sentence; null if it is mapped
 * @param remedy what would mend that, in one sentence; null if it is mapped
 */
public record ChainStage(
        Stage stage,
        Status status,
        List<AssetKey> assets,
        List<Candidate> candidates,
        @Nullable String reason,
        @Nullable String remedy) {
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
        /** Workload. */
        RUNTIME
    }

    /** Whether a stage is known. From best to worst. */
    public enum Status {
        /** It is known. */
        MAPPED,
        /** Nothing tells it. */
        MISSING,
        /** Evidence contradicts itself. */
        CONFLICT
    }

    static ChainStage mapped(Stage stage, List<AssetKey> assets) {
        return new ChainStage(stage, Status.MAPPED, assets, List.of(), null, null);
    }

    static ChainStage missing(Stage stage, String reason, String remedy) {
        return new ChainStage(stage, Status.MISSING, List.of(), List.of(), reason, remedy);
    }
}
