package dev.throughline.connector.attestation;

import dev.throughline.model.SignatureState;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of a signature.
 *
 * @param state the outcome
 * @param signer who signed, as far as the document tells
 * @param issuer who vouched for the signer, as far as the document tells
 * @param reason one sentence that says why it is not verified; null if it is
 */
record Verdict(
        SignatureState state,
        @Nullable String signer,
        @Nullable String issuer,
        @Nullable String reason) {
    static final Verdict ABSENT = new Verdict(SignatureState.ABSENT, null, null, "it is not signed");

    static Verdict unchecked(String reason) {
        return new Verdict(SignatureState.UNCHECKED, null, null, reason);
    }

    static Verdict invalid(String reason) {
        return new Verdict(SignatureState.INVALID, null, null, reason);
    }

    static Verdict verified() {
        return new Verdict(SignatureState.VERIFIED, null, null, null);
    }

    Verdict of(@Nullable String signer, @Nullable String issuer) {
        return new Verdict(state, signer, issuer, reason);
    }
}
