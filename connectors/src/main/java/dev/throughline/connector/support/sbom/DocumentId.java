package dev.throughline.connector.support.sbom;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An id that a document gives to something, as a hash of 128 bits, so that all take the same room however long they are. Who
 * makes two ids meet has written the document, and could have given both the same id.
 */
record DocumentId(long high, long low) {
    static final int BYTES = 2 * Long.BYTES;

    private static final HashFunction HASH = Hashing.murmur3_128();

    static DocumentId of(String id) {
        ByteBuffer hash =
                ByteBuffer.wrap(HASH.hashString(id, StandardCharsets.UTF_8).asBytes());
        return new DocumentId(hash.getLong(), hash.getLong());
    }

    static DocumentId read(DataInputStream in) throws IOException {
        return new DocumentId(in.readLong(), in.readLong());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(high);
        out.writeLong(low);
    }

    /** The log it belongs to of some, as many as a power of two. */
    TemporaryLog logOf(List<TemporaryLog> logs) {
        return logs.get((int) low & (logs.size() - 1));
    }
}
