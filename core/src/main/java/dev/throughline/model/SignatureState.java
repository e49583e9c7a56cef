package dev.throughline.model;

/** What is known of the signature on an attestation. */
public enum SignatureState {
    /** There is none. */
    ABSENT,
    /** There is one, and nobody checked it. */
    UNCHECKED,
    /** It was checked against a trust policy and holds. */
    VERIFIED,
    /** It was checked and does not hold. */
    INVALID
}
