package dev.throughline.connector.support;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Fails once more bytes came out than a document may have. Gzip is told by its magic bytes (RFC 1952) and unpacked. */
final class BoundedInputStream extends FilterInputStream {
    private static final int BUFFER = 256 << 10;
    private static final long RATIO_FREE = 1L << 20;

    private final Counted source;
    private final JsonLimits limits;
    private final boolean compressed;
    private long bytes;

    private BoundedInputStream(InputStream content, Counted source, boolean compressed, JsonLimits limits) {
        super(content);
        this.source = source;
        this.compressed = compressed;
        this.limits = limits;
    }

    static InputStream over(InputStream file, JsonLimits limits) throws IOException {
        Counted source = new Counted(file);
        BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
        buffered.mark(2);
        boolean compressed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        InputStream content = compressed ? new GZIPInputStream(buffered, BUFFER) : buffered;
        return new BoundedInputStream(content, source, compressed, limits);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        bytes += Math.max(0, read);
        if (bytes > limits.bytes()) {
            throw new LimitException("larger than " + limits.bytes() + " bytes");
        }
        if (compressed && bytes > RATIO_FREE && bytes / limits.compressionRatio() > source.bytes) {
            throw new LimitException("unpacks to more than " + limits.compressionRatio() + " times its size");
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, BUFFER)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** A document is larger than it may be. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1;

        LimitException(String message) {
            super(message);
        }
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
