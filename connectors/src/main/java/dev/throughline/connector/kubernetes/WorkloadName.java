package dev.throughline.connector.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * What names a workload.
 *
 * @param namespace its namespace
 * @param kind kind of the object
 * @param name its name
 */
record WorkloadName(String namespace, String kind, String name) implements Comparable<WorkloadName> {
    /** The workload that a tool means by an object it names; null if that is none, as what is in no namespace. */
    static @Nullable WorkloadName of(@Nullable String namespace, @Nullable String group, String kind, String name) {
        boolean isOther = ObjectKind.isNamesake(kind, group == null ? "" : group);
        return namespace == null || isOther ? null : new WorkloadName(namespace, kind, name);
    }

    @Override
    public int compareTo(WorkloadName other) {
        int order = namespace.compareTo(other.namespace);
        order = order != 0 ? order : kind.compareTo(other.kind);
        return order != 0 ? order : name.compareTo(other.name);
    }
}
