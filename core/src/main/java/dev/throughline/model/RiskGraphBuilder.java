package dev.throughline.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings a graph forward: takes back what sources said, adds what they say now, and assembles the next graph. A full
 * assembly brings the empty graph forward. The graph it starts from does not change, and the next one shares with it
 * every object that stays the same; equal claims and equal assets stay the objects they were. For one thread.
 *
 * <p>Claims on one asset are merged attribute by attribute: known beats unknown; the word of a connector that is an
 * {@linkplain AssetKind#authorities() authority} on the kind beats that of others; newer beats older; ties go to the
 * smaller scope. The result depends on what is said in the end: not on the order of additions, nor on the graph this
 * started from.
 *
 * <p>What sources said is carried over. What was {@linkplain #mention(AssetKey) mentioned} or is
 * {@linkplain #incomplete(Scope, String) incomplete} is not, and is told anew for every graph; an asset that nobody
 * describes, relates or mentions is not in the graph.
 *
 * <p>A reader of many facts decodes its keys once, asks for their {@linkplain #number(String) numbers}, and adds facts by
 * number.
 */
public final class RiskGraphBuilder {
    private final RiskGraph old;
    private final KeyIndex newKeys = new KeyIndex();
    private final BitSet mentioned = new BitSet();
    private final SourceNumbers sources;
    private final AddedClaims claims;
    private final AddedRelations relations = new AddedRelations();
    private final PropertyMaps properties = new PropertyMaps();
    private final Map<Scope, String> gaps = new HashMap<>();

    RiskGraphBuilder(RiskGraph old) {
        this.old = old;
        this.sources = new SourceNumbers(old.assetTable().sources());
        this.claims = new AddedClaims(old.assetTable());
    }

    /**
     * Takes back everything a source said so far, in the graph this started from and since. It may speak again.
     *
     * @param provenance the source, with the moment at which it was observed
     * @return this builder
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder forget(Provenance provenance) {
        sources.forget(provenance);
        return this;
    }

    /**
     * Adds what a source said of an asset.
     *
     * @param asset the asset as described
     * @param provenance who said it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder add(Asset asset, Provenance provenance) {
        claims.add(number(asset.key()), asset, sources.of(provenance));
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
    public RiskGraphBuilder add(Relation relation, Provenance provenance) {
        return add(number(relation.from()), relation.type(), number(relation.to()), relation.properties(), provenance);
    }

    /**
     * Makes sure that the graph holds an asset, even if nobody describes it.
     *
     * @param key its key
     * @return this builder
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder mention(AssetKey key) {
        mentioned.set(number(key));
        return this;
    }

    /**
     * The number of a key in this builder, which is not its number in the graph. A key that only has a number is not in
     * the graph.
     *
     * @param keyText text of the key
     * @return its number, the same for the same text
     * @throws IllegalArgumentException if the text is new and has not the form of a key
     */
    public int number(String keyText) {
        int known = find(keyText);
        return known >= 0 ? known : old.size() + newKeys.add(new AssetKey(keyText));
    }

    private int number(AssetKey key) {
        int known = find(key.text());
        return known >= 0 ? known : old.size() + newKeys.add(key);
    }

    private int find(String keyText) {
        int known = old.keyIndex().find(keyText);
        if (known >= 0) {
            return known;
        }
        int added = newKeys.find(keyText);
        return added < 0 ? added : old.size() + added;
    }

    /**
     * The key with a number in this builder.
     *
     * @param number a number that {@link #number} gave
     * @return the key
     */
    public AssetKey key(int number) {
        return number < old.size() ? old.key(number) : newKeys.key(number - old.size());
    }

    /**
     * Adds what a source said of an asset, by the number of its key.
     *
     * @param key number of its key in this builder
     * @param asset the asset as described
     * @param provenance who said it
     * @return this builder
     * @throws IllegalArgumentException if the asset has another key
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder add(int key, Asset asset, Provenance provenance) {
        if (!asset.key().equals(key(key))) {
            throw new IllegalArgumentException(asset.key() + " is not " + key(key));
        }
        claims.add(key, asset, sources.of(provenance));
        return this;
    }

    /**
     * Adds what a source said of two assets, by the numbers of their keys. Ends and properties are those of a
     * {@link Relation}, and were checked as it checks them.
     *
     * @param from number in this builder of the key where the relation starts
     * @param type what it means
     * @param to number in this builder of the key where it ends
     * @param values its properties by name; not changed any more
     * @param provenance who said it
     * @return this builder
     * @throws IllegalStateException if there are more relations than a graph can hold, 2<sup>31</sup> - 9
     */
    @CanIgnoreReturnValue
    public RiskGraphBuilder add(
            int from, RelationType type, int to, Map<String, String> values, Provenance provenance) {
        relations.add(from, type, to, properties.share(values), sources.of(provenance));
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

    /**
     * Assembles the graph.
     *
     * @return the graph
     */
    public RiskGraph build() {
        SourceMerge sourceMerge = sources.merge();
        SourceSetMerge setMerge = new SourceSetMerge(old.relationTable().sourceSets(), sourceMerge);
        KeyMerge keyMerge = new KeyMerge(old.keyIndex(), newKeys, keysInUse(sourceMerge, setMerge));
        SortedRelations sorted = new SortedRelations(relations, keyMerge, sourceMerge);
        return new RiskGraph(
                keyMerge.index(),
                new AssetMerge(old.assetTable(), claims, keyMerge, sourceMerge).table(),
                new RelationMerge(old.relationTable(), sorted, keyMerge, setMerge).table(),
                gaps);
    }

    private boolean[] keysInUse(SourceMerge sourceMerge, SourceSetMerge setMerge) {
        boolean[] inUse = new boolean[Capacity.check((long) old.size() + newKeys.size(), "assets")];
        mentioned.stream().forEach(key -> inUse[key] = true);
        old.assetTable().markDescribed(inUse, sourceMerge);
        claims.markDescribed(inUse, sourceMerge);
        old.relationTable().markEnds(inUse, setMerge);
        relations.markEnds(inUse, sourceMerge);
        return inUse;
    }
}
