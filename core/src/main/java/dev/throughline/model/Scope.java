package dev.throughline.model;

/**
 * What one connector reads at a time: one account, organization, cluster or set of files. Facts are stored, replaced and
 * withdrawn by scope.
 *
 * @param connector family of the connector, such as {@code github}: lower-case letters, digits and hyphens
 * @param subject what it reads, such as {@code acme} or {@code prod-eu}
 */
public record Scope(String connector, String subject) implements Comparable<Scope> {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if a part is empty or unprintable
     */
    public Scope {
        if (!connector.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("'" + Text.quote(connector) + "' is not the name of a connector family");
        }
        if (subject.isBlank() || Text.hasUnprintable(subject)) {
            throw new IllegalArgumentException("'" + Text.quote(subject) + "' is not the subject of a scope");
        }
    }

    /**
     * Reads the text form.
     *
     * @param text {@code connector:subject}
     * @return the scope
     * @throws IllegalArgumentException if it has not this form
     */
    public static Scope parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a scope");
        }
        return new Scope(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(Scope other) {
        return toString().compareTo(other.toString());
    }

    /** {@return the text form, {@code connector:subject}} */
    @Override
    public String toString() {
        return connector + ":" + subject;
    }
}
