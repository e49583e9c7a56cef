package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Progress;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Scope;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link RiskStore} promises. A subclass says how to open one. */
public abstract class RiskStoreContract {
    private static final Scope SHOP = new Scope("github", "acme/shop");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T18:00:00Z");

    /**
     * The store under test.
     *
     * @return the same store during a test, empty at its start
     */
    protected abstract RiskStore store();

    /**
     * Closes the store and opens it again.
     *
     * @return the store, which {@link #store()} returns from now on
     */
    protected abstract RiskStore reopen();

    @Test
    void isEmptyAtFirst() {
        assertThat(store().heads()).isEmpty();
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(store().lastSeen(SHOP)).isEmpty();
        assertThat(store().published()).isEmpty();
        assertThat(store().missing(List.of())).isEmpty();
    }

    @Test
    void givesBackWhatWasCommitted() {
        Snapshot draft = new Snapshot(
                SHOP,
                0,
                List.of(
                        new PartitionState("with chunks", List.of("b".repeat(64), "a".repeat(64)), 7, NOON, null),
                        new PartitionState("without", List.of(), 0, EVENING, null),
                        new PartitionState("stale", List.of("c".repeat(64)), 1, NOON, "HTTP 403 at page 3"),
                        new PartitionState("stale, nobody knows why", List.of(), 0, NOON, "")),
                "the list was cut off",
                null);

        Snapshot committed = store().commit(draft, 0);

        assertThat(committed.run()).isEqualTo(1);
        assertThat(committed.committedAt()).isNotNull();
        assertThat(committed.saysTheSameAs(draft)).isTrue();
        assertThat(store().head(SHOP)).contains(committed);
        assertThat(store().heads()).containsExactly(committed);
        assertThat(store().lastSeen(SHOP)).isPresent();
    }

    @Test
    void ordersHeadsByScope() {
        Stream.of("zeta", "alpha", "mid").forEach(name -> store().commit(snapshot(new Scope("sarif", name), "p"), 0));
        store().commit(snapshot(new Scope("aws", "zeta"), "p"), 0);

        assertThat(store().heads())
                .extracting(head -> head.scope().toString())
                .containsExactly("aws:zeta", "sarif:alpha", "sarif:mid", "sarif:zeta");
    }

    @Test
    void theNewestRunIsTheHead() {
        store().commit(snapshot(SHOP, "first"), 0);
        Snapshot second = store().commit(snapshot(SHOP, "second"), 1);

        assertThat(second.run()).isEqualTo(2);
        assertThat(store().heads()).containsExactly(second);
    }

    @Test
    void refusesACommitThatStartedFromAnOlderHead() {
        Snapshot first = store().commit(snapshot(SHOP, "first"), 0);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "late"), 0))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("github:acme/shop is at run 1, not at run 0");
        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "early"), 2)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().commit(snapshot(new Scope("github", "new"), "early"), 1))
                .isInstanceOf(ConflictException.class);
        assertThat(store().heads()).containsExactly(first);
    }

    @Test
    void ofSeveralWritersOneWins() throws Exception {
        for (long run = 0; run < 5; run++) {
            long expected = run;
            List<Boolean> won = inParallel(4, writer -> {
                try {
                    store().commit(snapshot(SHOP, "writer " + writer), expected);
                    return true;
                } catch (ConflictException e) {
                    return false;
                }
            });
            assertThat(won).containsOnlyOnce(true);
            assertThat(store().head(SHOP).orElseThrow().run()).isEqualTo(run + 1);
        }
    }

    @Test
    void readersSeeTheHeadBeforeACommitOrAfterIt() throws Exception {
        List<Scope> scopes =
                Stream.of("a", "b").map(name -> new Scope("sarif", name)).toList();
        List<List<Long>> seen = Collections.synchronizedList(new ArrayList<>());
        inParallel(2, thread -> {
            for (long run = 0; run < 30; run++) {
                if (thread == 0) {
                    // Always b after a, so b is never ahead.
                    store().commit(snapshot(scopes.get(0), "run " + run), run);
                    store().commit(snapshot(scopes.get(1), "run " + run), run);
                } else {
                    seen.add(store().heads().stream().map(Snapshot::run).toList());
                }
            }
            return true;
        });

        assertThat(seen)
                .allSatisfy(runs -> assertThat(runs.isEmpty() || runs.equals(List.of(1L)) || runs.size() == 2)
                        .as("heads %s", runs)
                        .isTrue())
                .filteredOn(runs -> runs.size() == 2)
                .allSatisfy(runs -> assertThat(runs.get(0) - runs.get(1)).isBetween(0L, 1L));
    }

    @Test
    void storesChunksOnce() {
        Chunk chunk = chunk(1);
        Chunk other = chunk(2);
        assertThat(store().missing(List.of(chunk.hash(), other.hash())))
                .containsExactlyInAnyOrder(chunk.hash(), other.hash());

        store().write(List.of(chunk));
        store().write(List.of(new Chunk(chunk.hash(), 99, new byte[0]), other));

        assertThat(store().missing(List.of(chunk.hash(), other.hash()))).isEmpty();
        assertThat(read(List.of(chunk.hash(), other.hash(), chunk.hash())))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(chunk, other);
    }

    @Test
    void writersOfTheSameChunksDoNotDisturbEachOther() throws Exception {
        List<Chunk> chunks =
                IntStream.range(0, 60).mapToObj(RiskStoreContract::chunk).toList();
        inParallel(4, writer -> {
            List<Chunk> mine = new ArrayList<>(chunks);
            Collections.rotate(mine, writer * 15);
            store().write(mine);
            return true;
        });

        assertThat(store().missing(hashes(chunks))).isEmpty();
    }

    @Test
    void readsManyChunks() {
        List<Chunk> chunks =
                IntStream.range(0, 250).mapToObj(RiskStoreContract::chunk).toList();
        store().write(chunks);

        assertThat(read(hashes(chunks))).containsExactlyInAnyOrderElementsOf(chunks);
    }

    @Test
    void namesAChunkThatIsNotStored() {
        store().write(List.of(chunk(1)));
        Chunk missing = chunk(2);

        assertThatThrownBy(() -> read(List.of(chunk(1).hash(), missing.hash())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(missing.hash());
    }

    @Test
    void whatAReaderThrowsReachesItsCaller() {
        store().write(List.of(chunk(1)));

        assertThatThrownBy(() -> store().read(List.of(chunk(1).hash()), chunk -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void takesNoteThatAScopeWasRead() {
        store().seen(SHOP);

        assertThat(store().lastSeen(SHOP)).isPresent();
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(store().heads()).isEmpty();
        assertThat(store().commit(snapshot(SHOP, "p"), 0).run()).isEqualTo(1);
    }

    @Test
    void ingestsAndAssembles() {
        Source source = new Source()
                .with("main", repository("shop"), commit("shop", "1"), contains("shop", "1"))
                .with("other", repository("shop"), commit("shop", "2"));

        IngestReport report = ingest(source, NOON);

        assertThat(report.isClean()).isTrue();
        assertThat(report.changed()).isTrue();
        assertThat(report.facts()).isEqualTo(5);
        assertThat(keys()).hasSize(3);
        assertThat(graph().relationCount()).isEqualTo(1);
    }

    @Test
    void theSameInputAgainWritesNothing() {
        Source source = new Source().with("main", repository("shop"), commit("shop", "1"), contains("shop", "1"));
        ingest(source, NOON);
        Snapshot head = store().head(SHOP).orElseThrow();

        IngestReport again = ingest(source, EVENING);

        assertThat(again.changed()).isFalse();
        assertThat(again.chunksWritten()).isZero();
        assertThat(store().heads()).containsExactly(head);
        assertThat(store().lastSeen(SHOP).orElseThrow()).isAfterOrEqualTo(head.committedAt());
    }

    @Test
    void theOrderOfFactsAndPartitionsDoesNotMatter() {
        ingest(
                new Source()
                        .with("b", commit("shop", "2"))
                        .with("a", contains("shop", "1"), commit("shop", "1"), repository("shop")),
                NOON);

        IngestReport again = ingest(
                new Source()
                        .with("a", repository("shop"), repository("shop"), commit("shop", "1"), contains("shop", "1"))
                        .with("b", commit("shop", "2")),
                EVENING);

        assertThat(again.changed()).isFalse();
    }

    @Test
    void onlyThePartitionThatChangedIsWritten() {
        ingest(new Source().with("a", repository("shop")).with("b", commit("shop", "1")), NOON);

        IngestReport changed =
                ingest(new Source().with("a", repository("shop")).with("b", commit("shop", "2")), EVENING);

        assertThat(changed.chunksWritten()).isEqualTo(1);
        assertThat(partition("a").observedAt()).isEqualTo(NOON);
        assertThat(partition("b").observedAt()).isEqualTo(EVENING);
        assertThat(keys())
                .containsExactly(commit("shop", "2").key(), repository("shop").key());
    }

    @Test
    void aPartitionThatCannotBeReadKeepsItsFactsAndSaysWhy() {
        ingest(new Source().with("a", repository("shop")).with("b", commit("shop", "1")), NOON);

        IngestReport report = ingest(
                new Source()
                        .reading("a", sink -> Completeness.failed("HTTP 403"))
                        .reading("b", sink -> {
                            throw new SourceException(new Rejection("b.json", "/1", "not JSON"), null);
                        }),
                EVENING);

        assertThat(report.problems()).containsExactly("a: HTTP 403", "b: b.json /1: not JSON");
        assertThat(partition("a").staleBecause()).isEqualTo("HTTP 403");
        assertThat(partition("a").observedAt()).isEqualTo(NOON);
        assertThat(partition("b").staleBecause()).isEqualTo("b.json /1: not JSON");
        assertThat(keys())
                .containsExactly(commit("shop", "1").key(), repository("shop").key());
    }

    @Test
    void aPartitionReadPartlyKeepsItsFacts() {
        ingest(new Source().with("a", repository("shop"), commit("shop", "1")), NOON);
        ingest(new Source().reading("a", partly(repository("shop"))), EVENING);

        assertThat(partition("a").staleBecause()).isEqualTo("page 2 is missing");
        assertThat(keys()).hasSize(2);

        ingest(new Source().with("a", repository("shop")), EVENING);

        assertThat(partition("a").staleBecause()).isNull();
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aPartitionReadPartlyForTheFirstTimeIsBetterThanNothing() {
        ingest(new Source().reading("a", partly(repository("shop"))), NOON);

        assertThat(partition("a").staleBecause()).isEqualTo("page 2 is missing");
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aPartitionIsGivenUpOnlyIfTheListIsComplete() {
        ingest(new Source().with("a", repository("shop")).with("b", commit("shop", "1")), NOON);

        ingest(new Source().with("a", repository("shop")).listed(Completeness.partial("HTTP 502")), EVENING);

        Snapshot kept = store().head(SHOP).orElseThrow();
        assertThat(kept.listingIncompleteBecause()).isEqualTo("HTTP 502");
        assertThat(partition("b").staleBecause()).isEqualTo("HTTP 502");
        assertThat(keys()).hasSize(2);

        ingest(new Source().with("a", repository("shop")), EVENING);

        assertThat(store().head(SHOP).orElseThrow().listingIncompleteBecause()).isNull();
        assertThat(keys()).containsExactly(repository("shop").key());
    }

    @Test
    void aLargePartitionIsManyChunks() {
        Object[] commits = IntStream.range(0, 25_000)
                .mapToObj(i -> commit("shop", Integer.toHexString(i)))
                .toArray();

        IngestReport report = ingest(new Source().with("history", commits), NOON);

        assertThat(report.chunksWritten()).isEqualTo(3);
        assertThat(partition("history").facts()).isEqualTo(25_000);
        assertThat(keys()).hasSize(25_000);
    }

    @Test
    void publishesAndSaysWhat() {
        Publication publication =
                store().publish(projection("v1", List.of(node("a", 1), node("b", 1)), link("a", "b")));

        assertThat(publication).isEqualTo(new Publication("v1", NOON, true, 2, 1, 3));
        assertThat(store().published()).contains(publication);
    }

    @Test
    void publishingTheSameAgainWritesNothing() {
        store().publish(projection("v1", List.of(node("a", 1), node("b", 1)), link("a", "b")));

        Publication again = store().publish(projection("v2", List.of(node("b", 1), node("a", 1)), link("a", "b")));

        assertThat(again).isEqualTo(new Publication("v2", NOON, true, 2, 1, 0));
        assertThat(store().published()).contains(again);
    }

    @Test
    void publishesOnlyWhatChanged() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1), node("c", 1));
        store().publish(projection("v1", nodes, link("a", "b"), link("b", "c")));

        List<ProjectedNode> oneChanged = List.of(node("a", 1), node("b", 2), node("c", 1));
        assertThat(store().publish(projection("v2", oneChanged, link("a", "b"), link("b", "c")))
                        .written())
                .isEqualTo(1);
        ProjectedRelationship changed =
                new ProjectedRelationship("b", "CONTAINS", "c", "", Map.of("reason", "because"));
        assertThat(store().publish(projection("v3", oneChanged, link("a", "b"), changed))
                        .written())
                .isEqualTo(1);
        assertThat(store().publish(projection("v3", oneChanged, link("a", "b"), changed))
                        .written())
                .isZero();
    }

    @Test
    void removesWhatIsGone() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1), node("c", 1));
        store().publish(projection("v1", nodes, link("a", "b"), link("b", "c")));

        Publication smaller = store().publish(projection("v2", nodes.subList(0, 2), link("a", "b")));

        assertThat(smaller).isEqualTo(new Publication("v2", NOON, true, 2, 1, 2));
        assertThat(store().publish(projection("v3", List.of())).written()).isEqualTo(3);
    }

    @Test
    void tellsRelationshipsOfOneTypeApart() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1));
        ProjectedRelationship exec = new ProjectedRelationship("a", "CAN_ATTACK", "b", "exec", Map.of());
        ProjectedRelationship steal = new ProjectedRelationship("a", "CAN_ATTACK", "b", "steal", Map.of());
        store().publish(projection("v1", nodes, exec, steal));

        assertThat(store().published().orElseThrow().relationships()).isEqualTo(2);
        assertThat(store().publish(projection("v2", nodes, steal)).written()).isEqualTo(1);
        assertThat(store().publish(projection("v3", nodes, exec, steal)).written())
                .isEqualTo(1);
        assertThat(store().publish(projection("v4", nodes, steal, exec)).written())
                .isZero();
    }

    @Test
    void publishesValuesOfEveryType() {
        Map<String, Object> properties = new TreeMap<>(Map.of(
                "text",
                "Grüße, `}{$x \\u0060",
                "yes",
                true,
                "count",
                42L,
                "score",
                0.1,
                "at",
                NOON,
                "names",
                List.of("b", "a"),
                "none",
                List.of()));
        ProjectedNode node = new ProjectedNode("a", List.of("Asset", "Repository"), properties);
        store().publish(projection("v1", List.of(node)));

        assertThat(store().publish(projection("v2", List.of(node))).written()).isZero();
        properties.forEach((name, value) -> {
            Map<String, Object> without = new TreeMap<>(properties);
            without.remove(name);
            ProjectedNode smaller = new ProjectedNode("a", List.of("Asset", "Repository"), without);
            assertThat(store().publish(projection("v3", List.of(smaller))).written())
                    .isEqualTo(1);
        });
    }

    @Test
    void aReopenedStoreHoldsWhatWasCommittedAndPublished() {
        ingest(new Source().with("main", repository("shop"), commit("shop", "1"), contains("shop", "1")), NOON);
        Snapshot head = store().head(SHOP).orElseThrow();
        List<Asset> assets = graph().assets();
        Publication publication = store().publish(projection("v1", List.of(node("a", 1))));

        RiskStore reopened = reopen();

        assertThat(reopened.heads()).containsExactly(head);
        assertThat(reopened.lastSeen(SHOP)).isPresent();
        assertThat(graph().assets()).isEqualTo(assets);
        assertThat(reopened.published()).contains(publication);
        assertThat(reopened.publish(projection("v2", List.of(node("a", 1)))).written())
                .isZero();
    }

    private IngestReport ingest(Connector source, Instant at) {
        return Ingest.read(source, store(), Clock.fixed(at, ZoneOffset.UTC), Progress.SILENT);
    }

    private RiskGraph graph() {
        return Assembly.graph(store(), store().heads());
    }

    /** Without the entry points that are in every graph. */
    private List<AssetKey> keys() {
        return graph().assets().stream()
                .map(Asset::key)
                .filter(key -> !key.prefix().equals("outside"))
                .toList();
    }

    private PartitionState partition(String name) {
        return store().head(SHOP).orElseThrow().partitions().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Chunk> read(List<String> hashes) {
        List<Chunk> chunks = new ArrayList<>();
        store().read(hashes, chunks::add);
        return chunks;
    }

    private static List<String> hashes(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::hash).toList();
    }

    private static Chunk chunk(int number) {
        return new Chunk(String.format("%064x", number * 7919L), number, new byte[] {1, 2, (byte) number});
    }

    private static Snapshot snapshot(Scope scope, String partition) {
        return new Snapshot(scope, 0, List.of(new PartitionState(partition, List.of(), 0, NOON, null)), null, null);
    }

    private static Asset repository(String name) {
        return AssetKind.REPOSITORY.create(AssetKey.repository("github.com/acme/" + name), Map.of("name", name));
    }

    private static Asset commit(String repository, String sha) {
        return AssetKind.COMMIT.unknown(commitKey(repository, sha));
    }

    private static Relation contains(String repository, String sha) {
        return new Relation(repository(repository).key(), RelationType.CONTAINS, commitKey(repository, sha));
    }

    private static AssetKey commitKey(String repository, String sha) {
        return AssetKey.commit(repository(repository).key(), "0".repeat(40 - sha.length()) + sha);
    }

    private static Function<FactSink, Completeness> partly(Asset asset) {
        return sink -> {
            sink.accept(asset);
            return Completeness.partial("page 2 is missing");
        };
    }

    private static ProjectedNode node(String id, long line) {
        return new ProjectedNode(id, List.of("Asset", "Repository"), Map.of("key", id, "line", line));
    }

    private static ProjectedRelationship link(String from, String to) {
        return new ProjectedRelationship(from, "CONTAINS", to, "", Map.of());
    }

    private static Projection projection(
            String version, List<ProjectedNode> nodes, ProjectedRelationship... relationships) {
        return new Projection(version, NOON, nodes, List.of(relationships));
    }

    private static <T> List<T> inParallel(int threads, Function<Integer, T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> call : pool.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A source made of what the test says. */
    private static final class Source implements Connector {
        private final List<Partition> partitions = new ArrayList<>();
        private Completeness listed = Completeness.complete();

        Source with(String name, Object... facts) {
            return reading(name, sink -> {
                for (Object fact : facts) {
                    if (fact instanceof Asset asset) {
                        sink.accept(asset);
                    } else {
                        sink.accept((Relation) fact);
                    }
                }
                return Completeness.complete();
            });
        }

        Source reading(String name, Function<FactSink, Completeness> reading) {
            partitions.add(new Partition() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Completeness read(FactSink sink) {
                    return reading.apply(sink);
                }
            });
            return this;
        }

        Source listed(Completeness completeness) {
            listed = completeness;
            return this;
        }

        @Override
        public Scope scope() {
            return SHOP;
        }

        @Override
        public Listing list() {
            return new Listing(partitions, listed);
        }
    }
}
