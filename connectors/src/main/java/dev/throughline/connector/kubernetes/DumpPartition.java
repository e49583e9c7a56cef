package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Records;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import java.util.List;

/**
 * What a dump says of one namespace, or of what is in none.
 *
 * @param namespace the namespace, or {@link ObjectName#CLUSTER_WIDE}
 * @param facts hand it over
 * @param objects how many objects it is made of
 * @param rejections what had to be left out
 * @param completeness whether all files of the dump could be read
 */
record DumpPartition(
        String namespace,
        List<NamespaceFacts> facts,
        int objects,
        List<Rejection> rejections,
        Completeness completeness)
        implements Partition {
    @Override
    public String name() {
        return namespace.equals(ObjectName.CLUSTER_WIDE) ? "cluster" : "namespaces/" + namespace;
    }

    @Override
    public Completeness read(FactSink sink) {
        for (int i = 0; i < objects; i++) {
            sink.beginRecord();
            sink.gathered(false); // what they say together comes below
            sink.endRecord(true);
        }
        facts.forEach(f -> f.emit(namespace, sink));
        rejections.forEach(rejection -> Records.rejected(rejection, sink));
        return completeness;
    }
}
