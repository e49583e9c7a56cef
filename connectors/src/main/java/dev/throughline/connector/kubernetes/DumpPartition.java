package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Records;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import java.util.List;
import java.util.Map;

/**
 * What a dump says of one namespace, or of what is in none.
 *
 * @param namespace the namespace, or {@link ObjectName#CLUSTER_WIDE}
 * @param facts hand it over
 * @param objects how many objects it is made of, by what they added
 * @param rejections what had to be left out
 * @param completeness whether all files of the dump could be read
 */
record DumpPartition(
        String namespace,
        List<NamespaceFacts> facts,
        Map<Addition, Integer> objects,
        List<Rejection> rejections,
        Completeness completeness)
        implements Partition {
    @Override
    public String name() {
        return namespace.equals(ObjectName.CLUSTER_WIDE) ? "cluster" : "namespaces/" + namespace;
    }

    @Override
    public Completeness read(FactSink sink) {
        objects.forEach((addition, count) -> gathered(addition, count, sink));
        facts.forEach(f -> f.emit(namespace, sink));
        rejections.forEach(rejection -> Records.rejected(rejection, sink));
        return completeness;
    }

    /** What objects say together is handed over behind them. */
    private static void gathered(Addition addition, int count, FactSink sink) {
        for (int i = 0; i < count; i++) {
            sink.beginRecord();
            sink.gathered(addition == Addition.AGAIN);
            sink.endRecord(true);
        }
    }
}
