package dev.throughline.connector.kubernetes;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.List;

/**
 * What a dump says of one namespace, or of what is in none.
 *
 * @param namespace the namespace, or {@link ObjectName#CLUSTER_WIDE}
 * @param dump the dump
 * @param facts hand it over
 * @param completeness whether all files of the dump could be read
 */
record DumpPartition(String namespace, Dump dump, List<NamespaceFacts> facts, Completeness completeness)
        implements Partition {
    @Override
    public String name() {
        return namespace.equals(ObjectName.CLUSTER_WIDE) ? "cluster" : "namespaces/" + namespace;
    }

    @Override
    public Completeness read(FactSink sink) {
        Workloads workloads = dump.workloads.of(namespace);
        workloads.tally().tell(sink);
        dump.tally(namespace).tell(sink);
        facts.forEach(f -> f.emit(workloads, sink));
        return completeness;
    }
}
