package dev.throughline.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects claims and relations and assembles the graph. For one thread.
 *
 * <p>Claims on one asset are merged attribute by attribute: known beats unknown; the word of a connector that is an
 * {@linkplain AssetKind#authorities() authority} on the kind beats that of others; newer beats older; ties go to the
 * smaller scope. The result does not depend on the order of additions.
 */
public final class RiskGraphBuilder {
    private final List<Claim> claims = new ArrayList<>();
    private final Map<AssetKey, Integer> numbers = new HashMap<>();
    private final List<AssetKey> mentioned = new ArrayList<>();
    private final Map<Map<String, String>, Integer> propertyNumbers = new LinkedHashMap<>(Map.of(Map.of(), 0));
    private final Map<Scope, String> gaps = new TreeMap<>();
    private final Map<Provenance, Integer> sourceNumbers = new LinkedHashMap<>();

    private int size;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private byte[] types = new byte[1024];
    private int[] properties = new int[1024];
    private int[] sources = new int[1024];

    RiskGraphBuilder() {}

    /**
     * Adds what a source said of an asset.
     *
     * @param asset the asset as described
     * @param provenance who said it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder add(Asset asset, Provenance provenance) {
        claims.add(new Claim(asset, provenance));
        number(asset.key());
        return this;
    }

    /**
     * Adds what a source said of two assets.
     *
     * @param relation the relation
     * @param provenance who said it
     * @return this builder
     */
    @CanIgnoreReturnValue
    @SuppressWarnings("EnumOrdinal") // packed into a byte; the number never leaves the process
    public RiskGraphBuilder add(Relation relation, Provenance provenance) {
        if (size == to.length) {
            int larger = size + (size >> 1);
            from = Arrays.copyOf(from, larger);
            to = Arrays.copyOf(to, larger);
            types = Arrays.copyOf(types, larger);
            properties = Arrays.copyOf(properties, larger);
            sources = Arrays.copyOf(sources, larger);
        }
        from[size] = number(relation.from());
        to[size] = number(relation.to());
        types[size] = (byte) relation.type().ordinal();
        properties[size] = propertyNumbers.computeIfAbsent(relation.properties(), p -> propertyNumbers.size());
        sources[size] = sourceNumbers.computeIfAbsent(provenance, p -> sourceNumbers.size());
        size++;
        return this;
    }

    /**
     * Makes sure that the graph holds an asset, even if nobody describes it.
     *
     * @param key its key
     * @return this builder
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder mention(AssetKey key) {
        number(key);
        return this;
    }

    /**
     * Takes note that a scope was not read completely, so that what it does not say is not known.
     *
     * @param scope the scope
     * @param reason what is missing and why
     * @return this builder
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder incomplete(Scope scope, String reason) {
        gaps.merge(scope, reason, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        return this;
    }

    private int number(AssetKey key) {
        return numbers.computeIfAbsent(key, k -> {
            mentioned.add(k);
            return mentioned.size() - 1;
        });
    }

    /**
     * Assembles the graph.
     *
     * @return the graph
     */
    public RiskGraph build() {
        AssetKey[] keys = mentioned.toArray(AssetKey[]::new);
        Arrays.sort(keys);
        KeyIndex index = new KeyIndex(keys);
        Asset[] assets = new Asset[keys.length];
        Provenance[][] assetSources = new Provenance[keys.length][];
        Map<AssetKey, List<Claim>> several = new HashMap<>();
        claims.sort(Comparator.comparing(c -> c.asset().key()));
        for (int start = 0; start < claims.size(); ) {
            AssetKey key = claims.get(start).asset().key();
            int end = start + 1;
            while (end < claims.size() && claims.get(end).asset().key().equals(key)) {
                end++;
            }
            List<Claim> ranked = ranked(claims.subList(start, end));
            int number = index.find(key);
            assets[number] = merge(ranked);
            assetSources[number] = ranked.stream().map(Claim::provenance).toArray(Provenance[]::new);
            if (ranked.size() > 1) {
                several.put(key, ranked);
            }
            start = end;
        }
        Provenance[] nobody = {};
        for (int i = 0; i < keys.length; i++) {
            if (assets[i] == null) {
                assets[i] = AssetKind.mentioned(keys[i]).unknown(keys[i]);
                assetSources[i] = nobody;
            }
        }
        return new RiskGraph(keys, assets, index, several, assetSources, relations(index, keys.length), gaps);
    }

    private static List<Claim> ranked(List<Claim> claims) {
        if (claims.size() == 1) {
            return List.copyOf(claims);
        }
        List<Claim> ranked = new ArrayList<>(claims);
        ranked.sort(Comparator.comparing((Claim c) -> c.asset().kind() == AssetKind.CLOUD_RESOURCE)
                .thenComparing(c -> !c.asset()
                        .kind()
                        .authorities()
                        .contains(c.provenance().scope().connector()))
                .thenComparing(Claim::provenance)
                .thenComparing(c -> c.asset().toString()));
        return Collections.unmodifiableList(ranked);
    }

    /** The word that counts most decides the kind; claims of another kind stay visible and add nothing. */
    private static Asset merge(List<Claim> ranked) {
        Asset merged = ranked.get(0).asset();
        for (Claim claim : ranked) {
            if (claim.asset().kind() == merged.kind()) {
                merged = merged.or(claim.asset());
            }
        }
        return merged;
    }

    private RelationTable relations(KeyIndex index, int assets) {
        int[] number = mentioned.stream().mapToInt(index::find).toArray();
        int[] starts = new int[size];
        int[] ends = new int[size];
        for (int i = 0; i < size; i++) {
            starts[i] = number[from[i]];
            ends[i] = number[to[i]];
        }
        return new RelationSorter(
                        starts, ends, types, properties, sources, propertyNumbers.keySet(), sourceNumbers.keySet())
                .table(assets);
    }
}
