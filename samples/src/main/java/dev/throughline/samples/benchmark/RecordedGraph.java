package dev.throughline.samples.benchmark;

import dev.throughline.model.RiskGraph;
import dev.throughline.store.Assembly;
import dev.throughline.store.RiskStore;

/** The graph of the heads of a store, brought up to date whenever it is asked for. */
final class RecordedGraph {
    private final RiskStore store;
    private final Assembly assembly;

    RecordedGraph(RiskStore store) {
        this.store = store;
        this.assembly = new Assembly(store);
    }

    RiskGraph current() {
        RiskGraph graph = assembly.graph(store.heads());
        if (graph.relationCount() == 0) {
            throw new IllegalStateException("the graph is empty, so nothing was measured");
        }
        return graph;
    }
}
