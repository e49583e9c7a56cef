package dev.throughline.model;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the facts of all scopes add up to: the assets with their claims merged, and the relations between them.
 *
 * <p>Immutable and safe to share between threads. Assets are numbered from 0 in the order of their keys, so that the
 * order of ingestion shows nowhere; relations are held in primitive arrays in both directions. Finding an asset by its
 * key takes constant time, walking its relations takes time in their number.
 *
 * <p>An asset that was only mentioned, as the end of a relation, is in the graph with all attributes unknown.
 */
@CheckReturnValue
public final class RiskGraph {
    private static final RiskGraph EMPTY = empty();

    private final KeyIndex keys;
    private final AssetTable assets;
    private final RelationTable relations;
    private final Map<Scope, String> gaps;

    RiskGraph(KeyIndex keys, AssetTable assets, RelationTable relations, Map<Scope, String> gaps) {
        this.keys = keys;
        this.assets = assets;
        this.relations = relations;
        this.gaps = Map.copyOf(gaps);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static RiskGraph empty() {
        Provenance[] nobody = {};
        int[] none = {};
        return new RiskGraph(
                new KeyIndex(),
                new AssetTable(new Asset[0], new int[1], new Asset[0], none, nobody),
                new RelationTable(0, none, none, new byte[0], new Map[0], none, new SourceSets(nobody, List.of())),
                Map.of());
    }

    /**
     * Starts an empty graph.
     *
     * @return a builder, for one thread
     */
    public static RiskGraphBuilder builder() {
        return EMPTY.toBuilder();
    }

    /**
     * Starts the next graph from what sources said in this one. This one does not change.
     *
     * @return a builder, for one thread
     */
    public RiskGraphBuilder toBuilder() {
        return new RiskGraphBuilder(this);
    }

    KeyIndex keyIndex() {
        return keys;
    }

    AssetTable assetTable() {
        return assets;
    }

    RelationTable relationTable() {
        return relations;
    }

    /**
     * The number of assets.
     *
     * @return the number
     */
    public int size() {
        return keys.size();
    }

    /**
     * The number of relations.
     *
     * @return the number
     */
    public int relationCount() {
        return relations.size();
    }

    /**
     * The number of an asset.
     *
     * @param key a key
     * @return its number, or -1 if the graph does not hold it
     */
    public int number(AssetKey key) {
        return keys.find(key.text());
    }

    /**
     * The numbers of all assets, those that one source describes next to each other. So neighbours in this order mostly are
     * neighbours in the graph too, which keys do not promise: those of images are hashes.
     *
     * @return a new array, ordered by the source whose word counts most, then by number; last those that are only mentioned
     */
    public int[] numbersBySource() {
        return assets.bySource();
    }

    /**
     * The key of an asset.
     *
     * @param number its number, from 0
     * @return its key
     */
    public AssetKey key(int number) {
        return keys.key(number);
    }

    /**
     * An asset by its number.
     *
     * @param number its number, from 0
     * @return the asset
     */
    public Asset asset(int number) {
        return assets.merged(number);
    }

    /**
     * An asset by its key.
     *
     * @param key a key
     * @return the asset, if the graph holds it
     */
    public Optional<Asset> find(AssetKey key) {
        int number = number(key);
        return number < 0 ? Optional.empty() : Optional.of(assets.merged(number));
    }

    /**
     * An asset by its key, if it is of a kind.
     *
     * @param <A> the kind
     * @param key a key
     * @param kind record of the kind
     * @return the asset, if the graph holds it and it is of this kind
     */
    public <A extends Asset> Optional<A> find(AssetKey key, Class<A> kind) {
        return find(key).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * All assets, in the order of their keys.
     *
     * @return an immutable view
     */
    public List<Asset> assets() {
        return assets.merged();
    }

    /**
     * All assets of a kind, in the order of their keys. Takes time in the number of assets whose keys begin alike: those of
     * the kind, or all cloud resources.
     *
     * @param <A> the kind
     * @param kind record of the kind
     * @return the assets
     * @throws IllegalArgumentException if it is not the record of a kind
     */
    public <A extends Asset> Stream<A> assets(Class<A> kind) {
        return assetsLike(AssetKind.of(kind)).stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * All assets whose keys {@linkplain AssetKey#mayBe may be} of a kind, in the order of their keys: for a cloud resource,
     * those of every kind of cloud resource.
     *
     * @param kind the kind
     * @return an immutable view
     */
    public List<Asset> assetsLike(AssetKind kind) {
        String prefix = kind.prefix();
        return assets().subList(firstFrom(prefix + ':'), firstFrom(prefix + (char) (':' + 1)));
    }

    /** The first number whose key is a text or comes after it. */
    private int firstFrom(String text) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).text().compareTo(text) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * All relations, ordered by start, type and end.
     *
     * @return the relations
     */
    public Stream<Relation> relations() {
        return IntStream.range(0, relations.size()).mapToObj(this::relation);
    }

    /**
     * The relations of a type, ordered by start and end. Looks at the types of all relations, which is fast, and at nothing
     * else of the others.
     *
     * @param type a type
     * @return the relations
     */
    public Stream<Relation> relations(RelationType type) {
        return IntStream.range(0, relations.size())
                .filter(i -> relations.type(i) == type)
                .mapToObj(this::relation);
    }

    /**
     * The relations that start at an asset.
     *
     * @param from where they start
     * @return an immutable view, ordered by type and end; empty if the graph does not hold the asset
     */
    public List<Relation> outgoing(AssetKey from) {
        int number = number(from);
        return number < 0
                ? List.of()
                : new Relations(relations.firstOut(number), relations.firstOut(number + 1), false);
    }

    /**
     * Walks the relations that start at an asset, ordered by type and end. Makes no objects of them: for who walks all.
     *
     * @param from number of the asset where they start
     * @param visitor is shown each
     */
    public void visitOutgoing(int from, RelationVisitor visitor) {
        for (int i = relations.firstOut(from); i < relations.firstOut(from + 1); i++) {
            visitor.visit(relations.type(i), keys.key(relations.to(i)), relations.properties(i));
        }
    }

    /**
     * Walks the ends of the relations of a type that start at an asset, each once, in their order. Makes no objects.
     *
     * @param from number of the asset where they start
     * @param type their type
     * @param visitor is shown the number of each end
     */
    public void visitTargets(int from, RelationType type, IntConsumer visitor) {
        int last = -1;
        int end = relations.endOut(from, type);
        for (int i = relations.firstOut(from, type); i < end; i++) {
            if (relations.to(i) != last) {
                last = relations.to(i);
                visitor.accept(last);
            }
        }
    }

    /**
     * Walks the starts of the relations of a type that end at an asset, each once, in their order. Makes no objects.
     *
     * @param to number of the asset where they end
     * @param type their type
     * @param visitor is shown the number of each start
     */
    public void visitSources(int to, RelationType type, IntConsumer visitor) {
        int last = -1;
        for (int i = relations.firstIn(to); i < relations.firstIn(to + 1); i++) {
            int relation = relations.in(i);
            if (relations.type(relation) == type && relations.from(relation) != last) {
                last = relations.from(relation);
                visitor.accept(last);
            }
        }
    }

    /** Is shown relations. */
    @FunctionalInterface
    public interface RelationVisitor {
        /**
         * Looks at a relation.
         *
         * @param type what it means
         * @param to where it ends
         * @param properties properties by name, sorted
         */
        void visit(RelationType type, AssetKey to, Map<String, String> properties);
    }

    /**
     * The relations of a type that start at an asset.
     *
     * @param from where they start
     * @param type their type
     * @return an immutable view, ordered by end; empty if the graph does not hold the asset
     */
    public List<Relation> outgoing(AssetKey from, RelationType type) {
        int number = number(from);
        return number < 0
                ? List.of()
                : new Relations(relations.firstOut(number, type), relations.endOut(number, type), false);
    }

    /**
     * The relations that end at an asset.
     *
     * @param to where they end
     * @return an immutable view, ordered by start and type; empty if the graph does not hold the asset
     */
    public List<Relation> incoming(AssetKey to) {
        int number = number(to);
        return number < 0 ? List.of() : new Relations(relations.firstIn(number), relations.firstIn(number + 1), true);
    }

    /**
     * The relations of a type that end at an asset.
     *
     * @param to where they end
     * @param type their type
     * @return the relations, ordered by start; empty if the graph does not hold the asset
     */
    public List<Relation> incoming(AssetKey to, RelationType type) {
        int number = number(to);
        if (number < 0) {
            return List.of();
        }
        List<Relation> found = new ArrayList<>();
        for (int i = relations.firstIn(number); i < relations.firstIn(number + 1); i++) {
            int relation = relations.in(i);
            if (relations.type(relation) == type) {
                found.add(relation(relation));
            }
        }
        return found;
    }

    /**
     * The assets of a kind to which relations of a type lead.
     *
     * @param <A> the kind
     * @param from where the relations start
     * @param type their type
     * @param kind record of the kind of their ends
     * @return the ends, ordered by key
     */
    public <A extends Asset> List<A> targets(AssetKey from, RelationType type, Class<A> kind) {
        int number = number(from);
        if (number < 0) {
            return List.of();
        }
        List<A> found = new ArrayList<>();
        int end = relations.endOut(number, type);
        for (int i = relations.firstOut(number, type); i < end; i++) {
            addOnce(found, assets.merged(relations.to(i)), kind);
        }
        return found;
    }

    /**
     * The assets of a kind from which relations of a type come.
     *
     * @param <A> the kind
     * @param to where the relations end
     * @param type their type
     * @param kind record of the kind of their starts
     * @return the starts, ordered by key
     */
    public <A extends Asset> List<A> sources(AssetKey to, RelationType type, Class<A> kind) {
        int number = number(to);
        if (number < 0) {
            return List.of();
        }
        List<A> found = new ArrayList<>();
        for (int i = relations.firstIn(number); i < relations.firstIn(number + 1); i++) {
            int relation = relations.in(i);
            if (relations.type(relation) == type) {
                addOnce(found, assets.merged(relations.from(relation)), kind);
            }
        }
        return found;
    }

    /** Relations that differ in properties only follow each other, so comparing with the last is enough. */
    private static <A extends Asset> void addOnce(List<A> found, Asset asset, Class<A> kind) {
        if (kind.isInstance(asset) && (found.isEmpty() || found.get(found.size() - 1) != asset)) {
            found.add(kind.cast(asset));
        }
    }

    /**
     * Who described an asset, the word that counts most first.
     *
     * @param key a key
     * @return who described it; empty if it was only mentioned, or is not in the graph
     */
    public List<Provenance> sourcesOf(AssetKey key) {
        int number = number(key);
        return number < 0 ? List.of() : sourcesOf(number);
    }

    /**
     * Who described an asset, the word that counts most first.
     *
     * @param number number of the asset
     * @return who described it; empty if it was only mentioned
     */
    public List<Provenance> sourcesOf(int number) {
        return assets.sources(number);
    }

    /**
     * Who said a relation.
     *
     * @param relation a relation of this graph
     * @return who said it, newest first; empty if the graph does not hold it
     */
    public List<Provenance> sourcesOf(Relation relation) {
        int from = number(relation.from());
        int to = number(relation.to());
        if (from < 0 || to < 0) {
            return List.of();
        }
        int end = relations.firstOut(from, relation.type(), to + 1);
        for (int i = relations.firstOut(from, relation.type(), to); i < end; i++) {
            if (relations.properties(i).equals(relation.properties())) {
                return relations.sources(i);
            }
        }
        return List.of();
    }

    /**
     * What each source said of an asset, the word that counts most first; sources that were overruled are among them.
     *
     * @param key a key
     * @return the claims; empty if it was only mentioned, or is not in the graph
     */
    public List<Claim> claims(AssetKey key) {
        int number = number(key);
        return number < 0 ? List.of() : assets.claims(number);
    }

    /**
     * What is missing in the last reading of a scope. What such a scope does not say is not known.
     *
     * @param scope a scope
     * @return one sentence that names the part and the reason; empty if the scope was read completely, or never
     */
    public Optional<String> gap(Scope scope) {
        return Optional.ofNullable(gaps.get(scope));
    }

    private Relation relation(int number) {
        return new Relation(
                keys.key(relations.from(number)),
                relations.type(number),
                keys.key(relations.to(number)),
                relations.properties(number));
    }

    /** A stretch of the relation table. */
    private final class Relations extends AbstractList<Relation> implements RandomAccess {
        private final int first;
        private final int end;
        private final boolean incoming;

        Relations(int first, int end, boolean incoming) {
            this.first = first;
            this.end = end;
            this.incoming = incoming;
        }

        @Override
        public Relation get(int i) {
            int at = first + Objects.checkIndex(i, size());
            return relation(incoming ? relations.in(at) : at);
        }

        @Override
        public int size() {
            return end - first;
        }
    }
}
