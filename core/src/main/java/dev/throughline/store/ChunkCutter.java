package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cuts sorted facts into chunks: mostly less than a mebibyte before compression. */
final class ChunkCutter {
    private static final int MOST_FACTS = 10_000;

    /** Before the dictionary, which leaves a fraction of them. */
    private static final int MOST_CHARACTERS = 1 << 22;

    private final Consumer<Chunk> chunks;
    private List<Asset> assets = new ArrayList<>();
    private List<Relation> relations = new ArrayList<>();
    private long characters;

    ChunkCutter(Consumer<Chunk> chunks) {
        this.chunks = chunks;
    }

    void add(Asset asset) {
        assets.add(asset);
        added(Facts.characters(asset));
    }

    void add(Relation relation) {
        relations.add(relation);
        added(Facts.characters(relation));
    }

    private void added(long more) {
        characters += more;
        if (assets.size() + relations.size() == MOST_FACTS || characters >= MOST_CHARACTERS) {
            finish();
        }
    }

    void finish() {
        if (!assets.isEmpty() || !relations.isEmpty()) {
            chunks.accept(ChunkCodec.encode(assets, relations));
            assets = new ArrayList<>();
            relations = new ArrayList<>();
            characters = 0;
        }
    }
}
