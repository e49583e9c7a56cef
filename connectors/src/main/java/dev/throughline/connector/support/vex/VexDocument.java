package dev.throughline.connector.support.vex;

import dev.throughline.model.SignatureState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, and where.
 *
 * @param id id of the document; null if it has none
 * @param author who wrote it; null if it does not say
 * @param time when; null if it does not say
 * @param signature what is known of the signature on it
 * @param signer who signed; null if nobody is known to have
 */
public record VexDocument(
        @Nullable String id,
        @Nullable String author,
        @Nullable Instant time,
        SignatureState signature,
        @Nullable String signer) {
    /** A part of this document that another author wrote. */
    VexDocument by(String other) {
        return new VexDocument(id, other, time, signature, signer);
    }

    /**
     * A document in a file of its own, which nobody signed.
     *
     * @param id id of the document; null if it has none
     * @param author who wrote it; null if it does not say
     * @param time when; null if it does not say
     * @return the document
     */
    public static VexDocument unsigned(@Nullable String id, @Nullable String author, @Nullable Instant time) {
        return new VexDocument(id, author, time, SignatureState.ABSENT, null);
    }
}
