package dev.throughline.mapping;

/** How hard it is to forge the evidence of a link. From strongest to weakest. */
public enum Trust {
    /** A signature was verified against a trust policy, and the digest it covers is the one that runs. */
    SIGNED,
    /** The build platform itself said which run made the artifact. */
    PLATFORM,
    /** A document says so, and nobody checked who wrote it. */
    ASSERTED,
    /** Anybody who can build an image can write it. */
    CLAIMED,
    /** It only looks so. */
    GUESS
}
