package dev.throughline.connector.kubernetes;

import java.util.Comparator;

/**
 * What names a workload.
 *
 * @param namespace its namespace
 * @param kind kind of the object
 * @param name its name
 */
record WorkloadName(String namespace, String kind, String name) implements Comparable<WorkloadName> {
    private static final Comparator<WorkloadName> ORDER = Comparator.comparing(WorkloadName::namespace)
            .thenComparing(WorkloadName::kind)
            .thenComparing(WorkloadName::name);

    @Override
    public int compareTo(WorkloadName other) {
        return ORDER.compare(this, other);
    }
}
