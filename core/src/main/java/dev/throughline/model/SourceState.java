package dev.throughline.model;

/** What the reporting system says of an alert. */
public enum SourceState {
    /** Open. */
    OPEN,
    /** A person closed it there; a claim, not a judgement of ours. */
    DISMISSED,
    /** The system no longer sees it. */
    FIXED
}
