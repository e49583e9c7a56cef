package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class PipelineEdges {
    private PipelineEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(
                new RepositoryWriteRunsPipeline(),
                new PipelineReadsSecret(),
                new PipelinePushesImage(),
                new ImageRunsInWorkload());
    }
}
