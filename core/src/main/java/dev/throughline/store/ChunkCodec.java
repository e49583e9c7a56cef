package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The format of chunks, version {@value #VERSION}. Before compression:
 *
 * <pre>{@code
 * "TLC" version
 * texts:     count (shared length rest-in-utf-8)*              each text once, in order of first use; shared with the one before
 * assets:    groups (label attributes name* rows key* column*)*         one group for each kind, one column for each attribute
 *   column:  NONE | ALL value | EACH value*
 * relations: groups (type rows from* to* sets (size (name text)*)* [set*])*   one group for each type; a set for each row if
 *                                                                             there are any but the empty one
 * }</pre>
 *
 * <p>Numbers are variable-length; keys stand as differences. Kinds, attributes and types stand by name, so that the model
 * may grow: an attribute this version does not know is skipped, one the chunk does not know is unknown. Another version is
 * refused.
 */
final class ChunkCodec {
    static final int VERSION = 2;
    static final int NONE = 0;
    static final int ALL = 1;
    static final int EACH = 2;

    private static final byte[] MAGIC = {'T', 'L', 'C'};

    private ChunkCodec() {}

    /** Packs facts that are sorted and distinct. */
    static Chunk encode(List<Asset> assets, List<Relation> relations) {
        ChunkWriter body = new ChunkWriter();
        writeAssets(body, assets);
        writeRelations(body, relations);
        return pack(body, VERSION, assets.size() + relations.size());
    }

    static Chunk pack(ChunkWriter body, int version, int facts) {
        byte[] packed = body.withDictionary(MAGIC, version);
        return new Chunk(Chunk.hashOf(packed), facts, Compression.compress(packed));
    }

    private static void writeAssets(ChunkWriter out, List<Asset> assets) {
        List<List<Asset>> groups = runs(assets, Asset::kind);
        out.number(groups.size());
        for (List<Asset> group : groups) {
            AssetKind kind = group.get(0).kind();
            out.text(kind.label());
            out.number(kind.attributes().size());
            kind.attributes().forEach(out::text);
            out.number(group.size());
            int before = 0;
            for (Asset asset : group) {
                int key = out.numberOf(asset.key().text());
                out.signed(key - before);
                before = key;
            }
            writeColumns(out, kind, group);
        }
    }

    private static void writeColumns(ChunkWriter out, AssetKind kind, List<Asset> group) {
        List<@Nullable Object[]> rows = group.stream().map(kind::values).toList();
        for (int column = 0; column < kind.attributes().size(); column++) {
            Object first = rows.get(0)[column];
            boolean same = true;
            for (int row = 1; row < rows.size() && same; row++) {
                same = Objects.equals(first, rows.get(row)[column]);
            }
            if (same) {
                out.number(first == null ? NONE : ALL);
                if (first != null) {
                    out.value(first);
                }
            } else {
                out.number(EACH);
                for (@Nullable Object[] row : rows) {
                    out.value(row[column]);
                }
            }
        }
    }

    private static void writeRelations(ChunkWriter out, List<Relation> relations) {
        List<List<Relation>> groups = runs(relations, Relation::type);
        out.number(groups.size());
        for (List<Relation> group : groups) {
            out.text(group.get(0).type().name());
            out.number(group.size());
            int before = 0;
            for (Relation relation : group) {
                int key = out.numberOf(relation.from().text());
                out.signed(key - before);
                before = key;
            }
            before = 0;
            for (Relation relation : group) {
                int key = out.numberOf(relation.to().text());
                out.signed(key - before);
                before = key;
            }
            writeProperties(out, group);
        }
    }

    private static void writeProperties(ChunkWriter out, List<Relation> group) {
        Map<Map<String, String>, Integer> sets = new HashMap<>();
        List<Map<String, String>> inOrder = new ArrayList<>();
        int[] set = new int[group.size()];
        for (int i = 0; i < set.length; i++) {
            Map<String, String> properties = group.get(i).properties();
            Integer known = sets.putIfAbsent(properties, sets.size());
            if (known == null) {
                inOrder.add(properties);
            }
            set[i] = known == null ? inOrder.size() - 1 : known;
        }
        if (inOrder.size() == 1 && inOrder.get(0).isEmpty()) {
            out.number(0);
            return;
        }
        out.number(inOrder.size());
        for (Map<String, String> properties : inOrder) {
            out.number(properties.size());
            properties.forEach((name, value) -> {
                out.text(name);
                out.text(value);
            });
        }
        for (int number : set) {
            out.number(number);
        }
    }

    private static <T> List<List<T>> runs(List<T> sorted, Function<T, ?> by) {
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
     * Decompresses a chunk.
     *
     * @return what it was packed into
     * @throws StoreException if the chunk is damaged
     */
    static byte[] unpack(Chunk chunk) {
        byte[] packed = Compression.decompress(chunk);
        if (!Chunk.hashOf(packed).equals(chunk.hash())) {
            throw new StoreException("chunk " + chunk.hash() + " is damaged: its content has another hash", null);
        }
        return packed;
    }

    /**
     * Hands out the facts of a chunk, in their order.
     *
     * @param hash hash of the chunk
     * @param packed what it was packed into
     * @throws StoreException if the chunk is of another version
     */
    static void decode(String hash, byte[] packed, ChunkVisitor visitor) {
        try {
            ChunkReader in = new ChunkReader(packed, MAGIC, VERSION, visitor::value);
            visitor.dictionary(in.dictionary());
            readAssets(in, visitor);
            readRelations(in, visitor);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException | ClassCastException e) {
            // The hash holds, so it was written by a version that knows what this one does not.
            throw new StoreException("chunk " + hash + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void readAssets(ChunkReader in, ChunkVisitor visitor) {
        for (int groups = in.number(); groups > 0; groups--) {
            AssetKind kind = AssetKind.labelled(in.text());
            int[] columns = new int[in.count()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = kind.attributes().indexOf(in.text());
            }
            int[] keys = keys(in, in.count());
            @Nullable
            Object[][] rows =
                    new @Nullable Object[keys.length][kind.attributes().size()];
            for (int column : columns) {
                readColumn(in, column, column < 0 ? Object.class : kind.attributeType(column), rows);
            }
            for (int row = 0; row < keys.length; row++) {
                visitor.asset(kind, keys[row], rows[row]);
            }
        }
    }

    private static void readColumn(ChunkReader in, int column, Class<?> type, @Nullable Object[][] rows) {
        int form = in.number();
        if (form < NONE || form > EACH) {
            throw new IllegalArgumentException("a column has the unknown form " + form);
        }
        Object all = form == ALL ? in.value(type) : null;
        for (@Nullable Object[] row : rows) {
            Object value = form == EACH ? in.value(type) : all;
            if (column >= 0) {
                row[column] = value;
            }
        }
    }

    private static int[] keys(ChunkReader in, int rows) {
        int[] keys = new int[rows];
        int key = 0;
        for (int i = 0; i < rows; i++) {
            key = in.place(key + in.signed());
            keys[i] = key;
        }
        return keys;
    }

    private static void readRelations(ChunkReader in, ChunkVisitor visitor) {
        for (int groups = in.number(); groups > 0; groups--) {
            RelationType type = RelationType.valueOf(in.text());
            int rows = in.count();
            int[] from = keys(in, rows);
            int[] to = keys(in, rows);
            List<Map<String, String>> sets = readSets(in);
            for (int row = 0; row < rows; row++) {
                visitor.relation(from[row], type, to[row], sets.isEmpty() ? Map.of() : sets.get(in.number()));
            }
        }
    }

    private static List<Map<String, String>> readSets(ChunkReader in) {
        List<Map<String, String>> sets = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            Map<String, String> properties = new TreeMap<>();
            for (int size = in.number(); size > 0; size--) {
                String name = in.text();
                properties.put(name, in.valueText());
            }
            sets.add(properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(properties));
        }
        return sets;
    }
}
