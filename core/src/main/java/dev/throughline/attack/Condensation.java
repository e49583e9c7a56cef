package dev.throughline.attack;

import dev.throughline.attack.search.PackedGraph;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The strongly connected components of a graph, numbered so that a step stays in its component or leads to one with a lower
 * number. Immutable and safe to share between threads.
 */
final class Condensation {
    private final int[] components;
    private final int[] members;
    private final int[] firstMembers;

    private Condensation(int[] components, int[] members, int[] firstMembers) {
        this.components = components;
        this.members = members;
        this.firstMembers = firstMembers;
    }

    /** Finds the components, in time linear in nodes and steps. */
    static Condensation of(PackedGraph graph) {
        return new Search(graph).run();
    }

    /** The number of components. */
    int size() {
        return firstMembers.length - 1;
    }

    int component(int node) {
        return components[node];
    }

    /** The place of the first member of a component; its last is the one before the first of the next. */
    int firstMember(int component) {
        return firstMembers[component];
    }

    int member(int place) {
        return members[place];
    }

    /** Tarjan's algorithm with a stack of its own. A component is complete when the search leaves the first node seen of it. */
    private static final class Search {
        private static final int UNSEEN = 0;
        private static final int DONE = Integer.MAX_VALUE;

        private final PackedGraph graph;
        private final int[] components;
        private final int[] members;
        private final int[] firstMembers;
        private final int[] earliest; // when the earliest node was seen that is known to be in the component of a node
        private final BitSet notFirst = new BitSet();
        private final int[] nextSteps;
        private final int[] path;
        private final int[] waiting;
        private int depth;
        private int waitingCount;
        private int seen;
        private int placed;
        private int count;

        Search(PackedGraph graph) {
            this.graph = graph;
            components = new int[graph.size()];
            members = new int[graph.size()];
            firstMembers = new int[graph.size() + 1];
            earliest = new int[graph.size()];
            nextSteps = new int[graph.size()];
            path = new int[graph.size()];
            waiting = new int[graph.size()];
        }

        Condensation run() {
            for (int node = 0; node < graph.size(); node++) {
                if (earliest[node] == UNSEEN) {
                    searchFrom(node);
                }
            }
            return new Condensation(components, members, Arrays.copyOf(firstMembers, count + 1));
        }

        private void searchFrom(int root) {
            enter(root);
            while (depth > 0) {
                int at = path[depth - 1];
                if (nextSteps[at] == graph.firstStep(at + 1)) {
                    leave(at);
                    continue;
                }
                int next = graph.end(nextSteps[at]++);
                if (earliest[next] == UNSEEN) {
                    enter(next);
                } else {
                    join(at, next);
                }
            }
        }

        private void enter(int node) {
            earliest[node] = ++seen;
            nextSteps[node] = graph.firstStep(node);
            path[depth++] = node;
            waiting[waitingCount++] = node;
        }

        private void join(int at, int next) {
            if (earliest[next] < earliest[at]) {
                earliest[at] = earliest[next];
                notFirst.set(at);
            }
        }

        private void leave(int node) {
            depth--;
            if (!notFirst.get(node)) {
                complete(node);
            } else {
                join(path[depth - 1], node);
            }
        }

        private void complete(int first) {
            int member;
            do {
                member = waiting[--waitingCount];
                components[member] = count;
                earliest[member] = DONE;
                members[placed++] = member;
            } while (member != first);
            firstMembers[++count] = placed;
        }
    }
}
