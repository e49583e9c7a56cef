package dev.throughline.samples.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;

/** The sparsest graph of JGraphT, with one node more from which a step leads to each entry. */
final class JGraphTSearch {
    private final Graph<Integer, Integer> graph;
    private final int outside;

    JGraphTSearch(RandomSteps steps) {
        List<Pair<Integer, Integer>> pairs = new ArrayList<>(steps.count());
        for (int i = 0; i < steps.count(); i++) {
            pairs.add(Pair.of(steps.from(i), steps.to(i)));
        }
        outside = steps.nodes();
        for (int entry : steps.entries()) {
            pairs.add(Pair.of(outside, entry));
        }
        graph = new SparseIntDirectedGraph(steps.nodes() + 1, pairs);
    }

    /** The sum of the steps of the shortest paths from any entry to each target. */
    long hops(int[] targets) {
        SingleSourcePaths<Integer, Integer> paths = new BFSShortestPath<>(graph).getPaths(outside);
        long hops = 0;
        for (int target : targets) {
            GraphPath<Integer, Integer> path = paths.getPath(target);
            hops += path == null ? 0 : path.getLength() - 1;
        }
        return hops;
    }
}
