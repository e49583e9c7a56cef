package dev.throughline.model;

/** Who may read something on a source-control platform. */
public enum Visibility {
    /** Anybody. */
    PUBLIC,
    /** Everybody in the enterprise. */
    INTERNAL,
    /** Only those who were let in. */
    PRIVATE
}
