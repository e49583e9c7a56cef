package dev.throughline.graph;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.Throughline;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a process does until it is killed: it takes in two versions of three scopes and publishes each. Started again, it
 * goes on where the record says that it was, so that in the end there is the same as without a kill.
 */
final class Script {
    static final List<String> SCOPES = List.of("a", "b", "c");

    private static final long VERSIONS = 2;

    /** In each of three partitions of a scope. With 400, the first publish takes several transactions. */
    static final int WORKLOADS = Integer.getInteger("throughline.workloads", 10);

    private Script() {}

    /**
     * Runs it to its end.
     *
     * @param store the store; not closed
     * @param done is told what is done: {@code committed a 1}, {@code published 1}
     */
    static void run(RiskStore store, Consumer<String> done) {
        Throughline throughline = engine(store);
        Map<String, Long> heads = heads(throughline.assess());
        for (long version = 1; version <= VERSIONS; version++) {
            for (String scope : SCOPES) {
                if (heads.getOrDefault(scope, 0L) < version) {
                    throughline.ingest(source(scope, version));
                    heads.put(scope, version);
                    done.accept("committed " + scope + " " + version);
                }
            }
            if (List.copyOf(heads.values()).equals(List.of(version, version, version))) {
                throughline.publish(throughline.assess());
                done.accept("published " + version);
            }
        }
    }

    // The store is not ours to close.
    @SuppressWarnings("MustBeClosedChecker")
    static Throughline engine(RiskStore store) {
        return Throughline.storedIn(store).at(Estate.CLOCK);
    }

    /** The version of each scope: the number of its run. */
    static Map<String, Long> heads(Assessment assessment) {
        Map<String, Long> heads = new HashMap<>();
        for (Snapshot head : assessment.snapshots()) {
            heads.put(head.scope().subject(), head.run());
        }
        return heads;
    }

    /** What an assessment must be if the scopes are at these versions. */
    static Assessment expected(Map<String, Long> heads) {
        Throughline throughline = engine(new InMemoryRiskStore());
        heads.forEach((scope, version) -> throughline.ingest(source(scope, version)));
        return throughline.assess();
    }

    private static VersionedEstate source(String scope, long version) {
        return VersionedEstate.of(scope, String.valueOf(version), 3, WORKLOADS);
    }
}
