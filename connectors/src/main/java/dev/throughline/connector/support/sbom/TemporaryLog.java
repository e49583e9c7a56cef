package dev.throughline.connector.support.sbom;

import com.google.common.io.FileBackedOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Records in their order: a few in memory, many in a temporary file that only its owner can read, gone once this is closed. */
final class TemporaryLog implements Closeable {
    private static final int MOST_IN_MEMORY = 8 << 10;

    private final FileBackedOutputStream content = new FileBackedOutputStream(MOST_IN_MEMORY);
    private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(content));
    private long records;

    /** Writes a record. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a record to its end. */
    interface Reading {
        void from(DataInputStream in) throws IOException;
    }

    void add(Writing record) throws IOException {
        record.to(out);
        records++;
    }

    void each(Reading record) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(content.asByteSource().openBufferedStream())) {
            for (long read = 0; read < records; read++) {
                record.from(in);
            }
        }
    }

    @Override
    public void close() throws IOException {
        records = 0;
        content.reset();
    }
}
