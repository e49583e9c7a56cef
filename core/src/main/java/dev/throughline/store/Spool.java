package dev.throughline.store;

import com.google.common.collect.Iterators;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Sorted runs of facts in files, for a partition that is too large for the memory, and their merge. Files that only the
 * owner can read, deleted when it is closed. Runs of one size are merged as soon as there are {@value #FAN_IN}, so the
 * memory needed does not grow with the partition.
 *
 * @param <F> asset or relation
 */
final class Spool<F> implements AutoCloseable {
    private static final int FAN_IN = 8;
    private static final int FACTS_PER_BLOCK = 1_000;

    private final Facts<F> type;
    private final Path directory;

    /** Runs by size: each of a level holds as much as {@value #FAN_IN} of the level below. */
    private final List<List<Path>> levels = new ArrayList<>();

    private final List<Path> all = new ArrayList<>();

    Spool(Facts<F> type, Path directory) {
        this.type = type;
        this.directory = directory;
    }

    /** Adds facts that are sorted and distinct among themselves. */
    void add(List<F> sorted) {
        try {
            add(sorted.iterator(), 0);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void add(Iterator<F> sorted, int level) throws IOException {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Path> runs = levels.get(level);
        runs.add(write(sorted));
        if (runs.size() == FAN_IN) {
            try (Merge merge = new Merge(runs)) {
                add(merge, level + 1);
            }
            for (Path run : runs) {
                Files.delete(run);
            }
            all.removeAll(runs);
            runs.clear();
        }
    }

    private Path write(Iterator<F> sorted) throws IOException {
        Path run = Files.createTempFile(directory, "run", null);
        all.add(run);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
            Iterator<List<F>> blocks = Iterators.partition(sorted, FACTS_PER_BLOCK);
            while (blocks.hasNext()) {
                Chunk block = type.encode(blocks.next());
                out.writeUTF(block.hash());
                out.writeInt(block.facts());
                out.writeInt(block.bytes().length);
                out.write(block.bytes());
            }
        }
        return run;
    }

    /** All facts, sorted and distinct. To be closed. */
    Merge merged() {
        try {
            List<Path> runs = new ArrayList<>();
            levels.forEach(runs::addAll);
            return new Merge(runs);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StoreException failed(IOException e) {
        return new StoreException(
                "cannot keep what was read in " + directory + ": " + e.getMessage() + "; nothing was committed", e);
    }

    @Override
    public void close() {
        for (Path run : all) {
            try {
                Files.deleteIfExists(run);
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    /** Walks several runs at once. */
    final class Merge implements Iterator<F>, AutoCloseable {
        private final List<DataInputStream> files = new ArrayList<>();
        private final Iterator<F> facts;
        private @Nullable F ahead;

        private Merge(List<Path> runs) throws IOException {
            List<Iterator<F>> each = new ArrayList<>();
            for (Path run : runs) {
                DataInputStream file = new DataInputStream(new BufferedInputStream(Files.newInputStream(run)));
                files.add(file);
                each.add(new Run(file));
            }
            facts = Iterators.mergeSorted(each, type);
        }

        @Override
        public boolean hasNext() {
            return ahead != null || facts.hasNext();
        }

        @Override
        public F next() {
            F fact = ahead == null ? facts.next() : ahead;
            ahead = null;
            while (ahead == null && facts.hasNext()) {
                F other = facts.next();
                if (type.compare(fact, other) == 0) {
                    fact = type.combine(fact, other);
                } else {
                    ahead = other;
                }
            }
            return fact;
        }

        @Override
        public void close() {
            for (DataInputStream file : files) {
                try {
                    file.close();
                } catch (IOException e) {
                    throw failed(e);
                }
            }
        }
    }

    /** Walks one run, block by block. */
    private final class Run implements Iterator<F> {
        private final DataInputStream file;
        private Iterator<F> block = Collections.emptyIterator();

        Run(DataInputStream file) {
            this.file = file;
        }

        @Override
        public boolean hasNext() {
            if (!block.hasNext()) {
                Chunk next = read();
                block = next == null ? block : type.decode(next).iterator();
            }
            return block.hasNext();
        }

        private @Nullable Chunk read() {
            try {
                String hash;
                try {
                    hash = file.readUTF();
                } catch (EOFException end) {
                    return null;
                }
                int facts = file.readInt();
                return new Chunk(hash, facts, file.readNBytes(file.readInt()));
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public F next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return block.next();
        }
    }
}
