package dev.throughline.mapping;

/**
 * How hard it is to forge the evidence of a link. From strongest to weakest. What one party alone can write is a claim,
 * whatever its form; more than that takes a second side that the writer has no hand in.
 */
public enum Trust {
    /** A signature was verified against a trust policy, and the digest it covers is the one that runs. */
    SIGNED,
    /** The build platform itself said which run made the artifact, and nothing that is known contradicts it. */
    PLATFORM,
    /** Two independent sides say the same, and no signature was verified. */
    ASSERTED,
    /** One party says so who may write what they like, such as whoever builds the image or owns the object. */
    CLAIMED,
    /** It only looks so. */
    GUESS
}
