package dev.throughline.model;

/** What is known of the signature on an attestation. */
public enum SignatureState {
    /** There is none. */
    ABSENT,
    /** There is one, and nobody could check it: no policy asks for it, or nothing trusted covers it. */
    UNCHECKED,
    /** It was checked against a policy and holds, and what is signed agrees with who signed it. */
    VERIFIED,
    /** It was checked and does not hold, the policy does not trust the signer, or the signer says something else. */
    INVALID
}
