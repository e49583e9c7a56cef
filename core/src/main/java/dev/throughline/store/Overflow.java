package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the facts of a partition go that do not fit into the memory: a temporary directory that only its owner can read. */
record Overflow(Path directory, Spool<Asset> assets, Spool<Relation> relations) implements AutoCloseable {
    static Overflow create() {
        try {
            Path directory = Files.createTempDirectory("throughline-spool"); // for its owner only
            return new Overflow(
                    directory, new Spool<>(Facts.ASSETS, directory), new Spool<>(Facts.RELATIONS, directory));
        } catch (IOException e) {
            throw new StoreException("cannot make a directory for what was read: " + e.getMessage(), e);
        }
    }

    void take(FactBuffer buffer) {
        buffer.sorted(assets::add, relations::add);
    }

    @Override
    public void close() {
        assets.close();
        relations.close();
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new StoreException("cannot delete " + directory + ": " + e.getMessage(), e);
        }
    }
}
