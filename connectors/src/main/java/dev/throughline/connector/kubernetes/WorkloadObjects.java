package dev.throughline.connector.kubernetes;

import com.google.common.io.ByteSource;
import com.google.common.io.FileBackedOutputStream;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a dump and their controllers, until those of a namespace are asked for. Some are held in memory, more wait in a
 * temporary file that only its owner can read, gone once this is closed. Not for use by several threads at once.
 */
final class WorkloadObjects implements AutoCloseable {
    private static final int MOST_BYTES_IN_MEMORY = 8 << 10;

    private final int most;
    private final Map<String, NamespaceObjects> held = new HashMap<>();
    private final FileBackedOutputStream written = new FileBackedOutputStream(MOST_BYTES_IN_MEMORY);
    private final Map<String, List<Part>> parts = new HashMap<>();
    private int count;
    private long bytes;
    private @Nullable SourceException failure;

    /**
     * Holds nothing yet.
     *
     * @param most how many objects are held in memory
     */
    WorkloadObjects(int most) {
        this.most = most;
    }

    void add(PodObject pod, String file, String pointer) {
        in(pod.name().namespace()).pods().add(new Described<>(pod, file, pointer));
    }

    void add(ControllerObject controller, String file, String pointer) {
        in(controller.name().namespace()).controllers().add(new Described<>(controller, file, pointer));
    }

    private NamespaceObjects in(String namespace) {
        requireSound();
        if (++count > most) {
            held.forEach(this::write);
            held.clear();
            count = 1;
        }
        return held.computeIfAbsent(namespace, n -> new NamespaceObjects());
    }

    private void write(String namespace, NamespaceObjects objects) {
        try {
            byte[] content = NamespaceCodec.write(objects);
            written.write(content);
            parts.computeIfAbsent(namespace, n -> new ArrayList<>()).add(new Part(bytes, content.length));
            bytes += content.length;
        } catch (IOException e) {
            failure = failed(namespace, e);
            throw failure;
        }
    }

    /** What could not be written is missing in every namespace, for nobody knows where the file ends. */
    private void requireSound() {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Joins the objects of a namespace.
     *
     * @throws SourceException if the temporary file cannot be written or read
     */
    Workloads of(String namespace) {
        requireSound();
        NamespaceObjects all = new NamespaceObjects();
        for (Part part : parts.getOrDefault(namespace, List.of())) {
            try (InputStream in = part.of(written.asByteSource()).openStream()) {
                all.addAll(NamespaceCodec.read(in));
            } catch (IOException e) {
                throw failed(namespace, e);
            }
        }
        all.addAll(held.getOrDefault(namespace, new NamespaceObjects()));
        return new Workloads(namespace, all);
    }

    private static SourceException failed(String namespace, IOException e) {
        return new SourceException(
                new Rejection("namespace " + namespace, "", "its workloads cannot be kept in a temporary file"), e);
    }

    @Override
    public void close() {
        try {
            written.reset();
        } catch (IOException e) {
            throw new SourceException(new Rejection("workloads", "", "their temporary file cannot be removed"), e);
        }
    }

    /**
     * Objects of one namespace in the file.
     *
     * @param start number of their first byte
     * @param length how many bytes
     */
    private record Part(long start, long length) {
        ByteSource of(ByteSource file) {
            return file.slice(start, length);
        }
    }
}
