package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Cluster;
import dev.throughline.model.Namespace;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** The cluster, its nodes and its namespaces. */
final class ClusterFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;

    ClusterFacts(Keys keys, Dump dump) {
        this.keys = keys;
        this.dump = dump;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        if (here.namespace().equals(ObjectName.CLUSTER_WIDE)) {
            sink.accept(new Cluster(keys.ofCluster(), keys.cluster(), null));
            dump.nodes.all().values().forEach(n -> node(n, sink));
            dump.partitions().stream()
                    .filter(p -> !p.equals(ObjectName.CLUSTER_WIDE))
                    .forEach(p -> namespace(p, sink));
        }
    }

    private void node(NodeObject node, FactSink sink) {
        AssetKey key = keys.node(node.name());
        sink.accept(new Node(
                key,
                node.name(),
                node.internalAddresses(),
                node.externalAddresses(),
                node.providerId(),
                node.kubeletVersion()));
        sink.accept(new Relation(keys.ofCluster(), RelationType.CONTAINS, key));
    }

    /** A namespace that has objects exists, whether the dump describes it or not. */
    private void namespace(String name, FactSink sink) {
        AssetKey key = keys.namespace(name);
        NamespaceObject known = dump.namespaces.get(new ObjectName(ObjectName.CLUSTER_WIDE, name));
        sink.accept(
                known == null
                        ? new Namespace(key, name, null, null)
                        : new Namespace(key, name, known.podSecurity(), known.labels()));
        sink.accept(new Relation(keys.ofCluster(), RelationType.CONTAINS, key));
    }
}
