package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;

/** What a dump says of one part of its namespaces. */
interface NamespaceFacts {
    /**
     * Hands over what is said of a namespace.
     *
     * @param here the workloads of the namespace, or of {@link ObjectName#CLUSTER_WIDE} for what is in none
     * @param sink takes the facts
     */
    void emit(Workloads here, FactSink sink);
}
