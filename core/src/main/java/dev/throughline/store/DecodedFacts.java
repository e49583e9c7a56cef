package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a chunk as objects. */
final class DecodedFacts implements ChunkVisitor {
    private final List<Asset> assets = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private String[] dictionary = {};

    private DecodedFacts() {}

    static DecodedFacts of(Chunk chunk) {
        DecodedFacts facts = new DecodedFacts();
        ChunkCodec.decode(chunk.hash(), ChunkCodec.unpack(chunk), facts);
        return facts;
    }

    List<Asset> assets() {
        return assets;
    }

    List<Relation> relations() {
        return relations;
    }

    @Override
    public void dictionary(String[] texts) {
        dictionary = texts;
    }

    @Override
    public void asset(AssetKind kind, int key, @Nullable Object[] values) {
        assets.add(kind.create(new AssetKey(dictionary[key]), values));
    }

    @Override
    public void relation(int from, RelationType type, int to, Map<String, String> properties) {
        relations.add(new Relation(new AssetKey(dictionary[from]), type, new AssetKey(dictionary[to]), properties));
    }
}
