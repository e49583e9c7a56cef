package dev.throughline.mapping;

import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.mapping.ChainStage.Status;
import dev.throughline.model.AssetKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The way from code to cloud that leads through one asset.
 *
 * @param asset the asset asked about
 * @param stages the four stages, in order
 * @param deployedFrom the repositories that what runs may have been deployed from, most likely first for each; they need not
 *     be those it was built from
 * @param owners who answers for the asset, and why; the most certain first
 */
public record CodeToCloudChain(
        AssetKey asset, List<ChainStage> stages, List<Candidate> deployedFrom, List<Owner> owners) {
    /** Copies the lists. */
    public CodeToCloudChain {
        stages = List.copyOf(stages);
        deployedFrom = List.copyOf(deployedFrom);
        owners = List.copyOf(owners);
    }

    /**
     * The worst status of any stage.
     *
     * @return {@code MAPPED} only if all stages are
     */
    public Status status() {
        return stages.stream()
                .map(ChainStage::status)
                .max(Comparator.naturalOrder())
                .orElse(Status.MISSING);
    }

    /**
     * One of the stages.
     *
     * @param stage which one
     * @return the stage
     */
    public ChainStage stage(Stage stage) {
        return stages.stream().filter(s -> s.stage() == stage).findFirst().orElseThrow();
    }

    /**
     * Where the code comes from.
     *
     * @return the most likely repository, with commit, run and evidence; empty if nothing tells
     */
    public Optional<Candidate> origin() {
        return stage(Stage.SOURCE).candidates().stream().findFirst();
    }
}
