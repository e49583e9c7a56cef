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
        if (!namespace.equals(other.namespace)) {
            return namespace.compareTo(other.namespace);
        }
        return kind.equals(other.kind) ? name.compareTo(other.name) : kind.compareTo(other.kind);
    }

    /** What a record makes of itself takes several times as long, and every pod is asked for. */
    @Override
    public int hashCode() {
        return (namespace.hashCode() * 31 + kind.hashCode()) * 31 + name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkloadName workload
                && name.equals(workload.name)
                && kind.equals(workload.kind)
                && namespace.equals(workload.namespace);
    }
}
