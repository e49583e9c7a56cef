package dev.throughline.mapping;

import dev.throughline.model.RiskGraph;
import java.util.function.Consumer;

/**
 * Proposes links by one kind of evidence. It proposes all it sees and leaves the choice to {@link Mapping}. Stateless and
 * safe to share between threads; the same graph gives the same links. Runs once over the whole graph, while other linkers
 * may run in other threads, so it should take time linear in the graph, not more.
 */
@FunctionalInterface
public interface Linker {
    /**
     * Proposes links. Those of subjects that the graph does not hold are not heard.
     *
     * @param graph the facts
     * @param links takes the links, in any order
     */
    void link(RiskGraph graph, Consumer<Link> links);
}
