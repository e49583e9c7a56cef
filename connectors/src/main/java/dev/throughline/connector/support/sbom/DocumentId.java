package dev.throughline.connector.support.sbom;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * An id that a document gives to something, as a hash of 64 bits, so that all take the same room however long they are. Two of
 * ten million ids meet by chance once in four hundred thousand documents. Who makes two meet has written the document, and could
 * have given both the same id.
 */
final class DocumentId {
    private static final HashFunction HASH = Hashing.farmHashFingerprint64();

    private DocumentId() {}

    static long of(String id) {
        return HASH.hashBytes(id.getBytes(StandardCharsets.UTF_8)).asLong();
    }
}
