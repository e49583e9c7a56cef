package dev.throughline.quality;

/** What a scenario of the corpus is about. Decided by its story, never by what the mapping makes of it. */
enum Label {
    /** Evidence is what it says it is. */
    GENUINE,
    /** Somebody wants an image to be taken for what it is not. */
    FORGED,
    /** Evidence is honest, but old, broken, inherited or of others. */
    NOISE
}
