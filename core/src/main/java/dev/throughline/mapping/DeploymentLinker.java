package dev.throughline.mapping;

import dev.throughline.model.RiskGraph;
import java.util.function.Consumer;

/**
 * A linker that tells who deployed a workload or cloud resource from where the images come from that run there: it is asked
 * when those are known, after all linkers proposed what they see without. Stateless and safe to share between threads.
 */
public interface DeploymentLinker extends Linker {
    /** Proposes nothing before the origins of images are known. */
    @Override
    default void link(RiskGraph graph, Consumer<Link> links) {}

    /**
     * Proposes links. Those of images are not heard, nor those of subjects that the graph does not hold.
     *
     * @param graph the facts
     * @param images where images come from and what runs them; knows of no deployments
     * @param links takes the links, in any order
     */
    void link(RiskGraph graph, Mapping images, Consumer<Link> links);
}
