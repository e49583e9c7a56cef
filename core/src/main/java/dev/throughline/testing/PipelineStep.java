package dev.throughline.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;

/** An estate that goes on with a pipeline. */
@CheckReturnValue
public final class PipelineStep extends SmallEstate {
    private final AssetKey repository;
    private final AssetKey pipeline;

    PipelineStep(EstateFacts facts, AssetKey repository, String path) {
        this(facts, repository, AssetKey.inRepository(AssetKind.PIPELINE, repository, path), path);
    }

    private PipelineStep(EstateFacts facts, AssetKey repository, AssetKey pipeline, String path) {
        super(facts.with(pipeline, Map.of("path", path)).with(repository, RelationType.DEFINES, pipeline));
        this.repository = repository;
        this.pipeline = pipeline;
    }

    /**
     * Adds a run of the pipeline.
     *
     * @param id id that the platform gave it
     * @return this estate with the run
     */
    public RunStep run(String id) {
        AssetKey run = AssetKey.run(repository, id);
        return new RunStep(facts.with(pipeline, RelationType.RAN, run), repository, run);
    }
}
