package dev.throughline.connector.support.sbom;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * An id that a document gives to something, as a hash of 64 bits, so that all take the same room however long they are. Two of
 * ten million ids meet by chance once in four hundred thousand documents. Who writes a document, or chooses names of packages that
 * its tool makes ids of, can make two meet; then one package of that document is taken for the other where it says what needs
 * what. A keyed hash would prevent it and take reading a twentieth longer.
 */
final class DocumentId {
    private static final HashFunction HASH = Hashing.farmHashFingerprint64();

    private DocumentId() {}

    static long of(String id) {
        return HASH.hashBytes(id.getBytes(StandardCharsets.UTF_8)).asLong();
    }
}
