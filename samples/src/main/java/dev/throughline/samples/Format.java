package dev.throughline.samples;

/** How a command prints its answer. */
enum Format {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON
}
