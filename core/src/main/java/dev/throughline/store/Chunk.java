package dev.throughline.store;

import com.google.common.hash.Hashing;

/**
 * Facts of one partition, sorted, packed and compressed. Immutable and addressed by the hash of what it holds, so that
 * the same facts are stored once however often they are read.
 *
 * @param hash SHA-256 of the packed facts before compression, in lower-case hex
 * @param facts number of facts
 * @param bytes the compressed form; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // identity is the hash, see equals
public record Chunk(String hash, int facts, byte[] bytes) {
    static String hashOf(byte[] packed) {
        return Hashing.sha256().hashBytes(packed).toString();
    }

    /** Two chunks are equal if they hold the same facts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Chunk chunk && chunk.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return hash + " (" + facts + " facts, " + bytes.length + " bytes)";
    }
}
