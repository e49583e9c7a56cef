package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The format of chunks, version {@value #VERSION}. Before compression:
 *
 * <pre>{@code
 * "TLC" version
 * strings:  count (length utf-8)*                        each string once, in order of first use
 * assets:   groups (label attributes* rows (key value*)*)*      one group for each kind
 * relations: groups (type rows (from to properties*)*)*         one group for each type
 * }</pre>
 *
 * <p>Numbers are variable-length; kinds, attributes and types stand by name, so that the model may grow: an attribute
 * this version does not know is skipped, one the chunk does not know is unknown. A newer version is refused.
 */
final class ChunkCodec {
    static final int VERSION = 1;
    private static final byte[] MAGIC = {'T', 'L', 'C'};

    private ChunkCodec() {}

    static Chunk encode(List<Asset> assets, List<Relation> relations) {
        ChunkWriter body = new ChunkWriter();
        writeAssets(body, assets);
        writeRelations(body, relations);
        byte[] packed = body.withDictionary(MAGIC, VERSION);
        return new Chunk(Chunk.hashOf(packed), assets.size() + relations.size(), Compression.compress(packed));
    }

    private static void writeAssets(ChunkWriter out, List<Asset> assets) {
        List<List<Asset>> groups = runs(assets, Asset::kind);
        out.number(groups.size());
        for (List<Asset> group : groups) {
            AssetKind kind = group.get(0).kind();
            out.string(kind.label());
            out.number(kind.attributes().size());
            kind.attributes().forEach(out::string);
            out.number(group.size());
            for (Asset asset : group) {
                out.string(asset.key().text());
                for (Object value : kind.values(asset)) {
                    out.value(value);
                }
            }
        }
    }

    private static void writeRelations(ChunkWriter out, List<Relation> relations) {
        List<List<Relation>> groups = runs(relations, Relation::type);
        out.number(groups.size());
        for (List<Relation> group : groups) {
            out.string(group.get(0).type().name());
            out.number(group.size());
            for (Relation relation : group) {
                out.string(relation.from().text());
                out.string(relation.to().text());
                out.number(relation.properties().size());
                relation.properties().forEach((name, value) -> {
                    out.string(name);
                    out.string(value);
                });
            }
        }
    }

    private static <T> List<List<T>> runs(List<T> sorted, java.util.function.Function<T, ?> by) {
        List<List<T>> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !by.apply(sorted.get(i)).equals(by.apply(sorted.get(start)))) {
                runs.add(sorted.subList(start, i));
                start = i;
            }
        }
        return runs;
    }

    /**
     * Hands out the facts of a chunk.
     *
     * @throws StoreException if the chunk is damaged or of a newer version
     */
    static void decode(Chunk chunk, Consumer<Asset> assets, Consumer<Relation> relations) {
        byte[] packed = Compression.decompress(chunk);
        if (!Chunk.hashOf(packed).equals(chunk.hash())) {
            throw new StoreException("chunk " + chunk.hash() + " is damaged: its content has another hash", null);
        }
        try {
            ChunkReader in = new ChunkReader(packed, MAGIC, VERSION);
            readAssets(in, assets);
            readRelations(in, relations);
        } catch (
                RuntimeException
                        e) { // the hash holds, so it was written by a version that knows what this one does not
            throw new StoreException("chunk " + chunk.hash() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void readAssets(ChunkReader in, Consumer<Asset> assets) {
        for (int groups = in.number(); groups > 0; groups--) {
            AssetKind kind = AssetKind.labelled(in.string());
            int[] columns = new int[in.number()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = kind.attributes().indexOf(in.string());
            }
            for (int rows = in.number(); rows > 0; rows--) {
                AssetKey key = in.key();
                @Nullable
                Object[] values = new @Nullable Object[kind.attributes().size()];
                for (int column : columns) {
                    if (column < 0) {
                        in.value(Object.class);
                    } else {
                        values[column] = in.value(kind.attributeType(column));
                    }
                }
                assets.accept(kind.create(key, values));
            }
        }
    }

    private static void readRelations(ChunkReader in, Consumer<Relation> relations) {
        for (int groups = in.number(); groups > 0; groups--) {
            RelationType type = RelationType.valueOf(in.string());
            for (int rows = in.number(); rows > 0; rows--) {
                AssetKey from = in.key();
                AssetKey to = in.key();
                int count = in.number();
                if (count == 0) {
                    relations.accept(new Relation(from, type, to));
                    continue;
                }
                Map<String, String> properties = new java.util.HashMap<>();
                for (; count > 0; count--) {
                    String name = in.string();
                    properties.put(name, in.string());
                }
                relations.accept(new Relation(from, type, to, properties));
            }
        }
    }
}
