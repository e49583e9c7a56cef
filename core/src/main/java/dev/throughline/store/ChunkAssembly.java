package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Provenance;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraphBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds chunks to a graph. A key is looked up once for each chunk that holds it. */
final class ChunkAssembly implements ChunkVisitor {
    private static final int UNKNOWN = -1;

    /** Texts that occurred lately: a million workloads share a few hundred values. */
    private final String[] recent = new String[1 << 14];

    private final RiskGraphBuilder graph;
    private List<Provenance> saidBy = List.of();
    private String[] dictionary = {};
    private int[] numbers = {};

    ChunkAssembly(RiskGraphBuilder graph) {
        this.graph = graph;
        Arrays.fill(recent, "");
    }

    void add(String hash, byte[] packed, List<Provenance> provenances) {
        saidBy = provenances;
        ChunkCodec.decode(hash, packed, this);
    }

    @Override
    public void dictionary(String[] texts) {
        dictionary = texts;
        numbers = new int[texts.length];
        Arrays.fill(numbers, UNKNOWN);
    }

    private int number(int key) {
        int number = numbers[key];
        if (number == UNKNOWN) {
            number = graph.number(dictionary[key]);
            numbers[key] = number;
        }
        return number;
    }

    @Override
    public String value(String text) {
        int place = text.hashCode() & (recent.length - 1);
        if (!recent[place].equals(text)) {
            recent[place] = text;
        }
        return recent[place];
    }

    @Override
    public void asset(AssetKind kind, int key, @Nullable Object[] values) {
        int number = number(key);
        Asset asset = kind.create(graph.key(number), values);
        for (Provenance provenance : saidBy) {
            graph.add(number, asset, provenance);
        }
    }

    @Override
    public void relation(int from, RelationType type, int to, Map<String, String> properties) {
        for (Provenance provenance : saidBy) {
            graph.add(number(from), type, number(to), properties, provenance);
        }
    }
}
