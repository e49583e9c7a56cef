package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement freed from its wrapping.
 *
 * @param statement the statement
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 * @param envelope what it was in; null if it stands alone
 */
record SignedStatement(
        Fields statement, String sha256, @Nullable Envelope envelope) {
    /** The first SHA-256 digest of a subject, as the statement writes it. */
    @Nullable
    String firstSha256() {
        return statement.list("subject").stream()
                .map(subject -> subject.object("digest").text("sha256"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
