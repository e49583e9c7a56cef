package dev.throughline.connector.kubernetes;

import dev.throughline.model.Text;

/**
 * What names an object among those of its kind.
 *
 * @param namespace its namespace, or {@link #CLUSTER_WIDE}
 * @param name its name
 */
record ObjectName(String namespace, String name) implements Comparable<ObjectName> {
    /** Stands for no namespace; no namespace can have this name. */
    static final String CLUSTER_WIDE = "-";

    private static final int LONGEST = 253;

    /**
     * Checks a name: keys are paths of names, so that a name must not look like a path.
     *
     * @throws IllegalArgumentException if it is no path segment (Kubernetes, <em>Object Names and IDs</em>)
     */
    static String check(String name) {
        if (name.contains("{{")) {
            throw new IllegalArgumentException("the name is a template, not a name: render the manifest first");
        }
        boolean isSegment = !name.isBlank() && !name.contains("/") && !name.contains("%");
        if (!isSegment || name.length() > LONGEST || Text.hasUnprintable(name)) {
            throw new IllegalArgumentException("the name is not one of a Kubernetes object");
        }
        return name;
    }

    @Override
    public int compareTo(ObjectName other) {
        return namespace.equals(other.namespace) ? name.compareTo(other.name) : namespace.compareTo(other.namespace);
    }
}
