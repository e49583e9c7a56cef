package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link RiskStore} promises. A subclass says how to open one. */
public abstract class RiskStoreContract {
    private static final Scope SHOP = new Scope("github", "acme/shop");
    private static final Scope LIBRARY = new Scope("github", "acme/library");
    private static final Duration MINUTE = Duration.ofMinutes(1);
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

    /**
     * Makes leases and chunks older, as if time had passed by the clock of the store.
     *
     * @param time how much older
     */
    protected abstract void passes(Duration time);

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
        store().write(List.of(chunk(1), chunk(2), chunk(3)));
        String one = chunk(1).hash();
        String two = chunk(2).hash();
        String three = chunk(3).hash();
        Snapshot draft = new Snapshot(
                SHOP,
                0,
                List.of(
                        new PartitionState("with chunks", List.of(two, one), 7, NOON, null, "r".repeat(64), null),
                        new PartitionState("without", List.of(), 0, EVENING, null),
                        new PartitionState("held", List.of(), 0, EVENING, null, "r", "h".repeat(64)),
                        new PartitionState("stale", List.of(three), 1, NOON, "HTTP 403 at page 3", null, "h"),
                        new PartitionState("stale, nobody knows why", List.of(), 0, NOON, "")),
                "the list was cut off",
                null);

        Snapshot committed = commit(draft);

        assertThat(committed.run()).isEqualTo(1);
        assertThat(committed.committedAt()).isNotNull();
        assertThat(committed.partitions()).isEqualTo(draft.partitions());
        assertThat(committed.saysTheSameAs(draft)).isTrue();
        assertThat(store().head(SHOP)).contains(committed);
        assertThat(store().heads()).containsExactly(committed);
        assertThat(store().lastSeen(SHOP)).isPresent();
    }

    @Test
    void aSnapshotMayHaveManyPartitions() {
        List<Chunk> chunks =
                IntStream.range(0, 2_000).mapToObj(RiskStoreContract::chunk).toList();
        store().write(chunks);
        List<PartitionState> partitions = IntStream.range(0, 50_000)
                .mapToObj(i -> new PartitionState(
                        "partition " + i,
                        List.of(chunks.get(i % chunks.size()).hash()),
                        i,
                        NOON,
                        null,
                        "r".repeat(64),
                        null))
                .toList();

        Snapshot committed = commit(new Snapshot(SHOP, 0, partitions, null, null));

        assertThat(committed.partitions()).hasSize(50_000);
        assertThat(store().heads()).containsExactly(committed);
        assertThat(store().lease(SHOP, MINUTE).head()).isEqualTo(committed);
        assertThat(store().collect(EVENING)).isEqualTo(new Collected(0, 0));
    }

    @Test
    void ordersHeadsByScope() {
        Stream.of("zeta", "alpha", "mid").forEach(name -> commit(snapshot(new Scope("sarif", name), "p")));
        commit(snapshot(new Scope("aws", "zeta"), "p"));

        assertThat(store().heads())
                .extracting(head -> head.scope().toString())
                .containsExactly("aws:zeta", "sarif:alpha", "sarif:mid", "sarif:zeta");
    }

    @Test
    void theNewestRunIsTheHead() {
        commit(snapshot(SHOP, "first"));
        Snapshot second = commit(snapshot(SHOP, "second"));

        assertThat(second.run()).isEqualTo(2);
        assertThat(store().heads()).containsExactly(second);
    }

    @Test
    void aLeaseKeepsOtherWritersOut() {
        store().lease(SHOP, MINUTE);

        assertThatThrownBy(() -> store().lease(SHOP, MINUTE))
                .isInstanceOfSatisfying(
                        ScopeBusyException.class, e -> assertThat(e).hasMessageContaining(String.valueOf(e.until())))
                .hasMessageStartingWith("scope github:acme/shop is leased by another writer until ");
        assertThat(commit(snapshot(LIBRARY, "p")).run()).isEqualTo(1);
    }

    @Test
    void aLeaseKnowsTheHead() {
        assertThat(store().heads()).isEmpty();
        Lease first = store().lease(SHOP, MINUTE);
        assertThat(first.head()).isNull();

        Snapshot committed = store().commit(snapshot(SHOP, "p"), first);

        Lease second = store().lease(SHOP, MINUTE);
        assertThat(second.head()).isEqualTo(committed);
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void whoLostTheLeaseIsRefusedEvenIfNothingWasCommittedSince() {
        Lease lost = store().lease(SHOP, Duration.ofMillis(300));
        passes(MINUTE);
        Lease held = store().lease(SHOP, MINUTE);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "late"), lost))
                .isInstanceOf(ConflictException.class)
                .hasMessageStartingWith("scope github:acme/shop is not leased any more");
        assertThatThrownBy(() -> store().renew(lost, MINUTE)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().seen(lost)).isInstanceOf(ConflictException.class);
        store().release(lost);

        assertThat(store().lastSeen(SHOP)).isEmpty();
        assertThat(store().commit(snapshot(SHOP, "in time"), held).run()).isEqualTo(1);
        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "late"), lost)).isInstanceOf(ConflictException.class);
    }

    @Test
    void aLeaseWhoseTimeIsOverMayStillCommitIfNobodyTookIt() {
        Lease lease = store().lease(SHOP, Duration.ofMillis(300));
        passes(MINUTE);

        assertThat(store().commit(snapshot(SHOP, "p"), lease).run()).isEqualTo(1);
    }

    @Test
    void aRenewedLeaseKeepsOthersOutForLonger() {
        Lease lease = store().lease(SHOP, MINUTE);
        store().renew(lease, MINUTE.multipliedBy(3));
        passes(MINUTE.multipliedBy(2));

        assertThatThrownBy(() -> store().lease(SHOP, MINUTE)).isInstanceOf(ScopeBusyException.class);
        assertThat(store().commit(snapshot(SHOP, "p"), lease).run()).isEqualTo(1);
    }

    @Test
    void aReleasedLeaseIsFree() {
        Lease released = store().lease(SHOP, MINUTE);
        store().release(released);
        store().release(released);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "p"), released)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().renew(released, MINUTE)).isInstanceOf(ConflictException.class);
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(commit(snapshot(SHOP, "p")).run()).isEqualTo(1);
    }

    @Test
    void aCommitEndsTheLease() {
        Lease used = store().lease(SHOP, MINUTE);
        Snapshot committed = store().commit(snapshot(SHOP, "first"), used);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "second"), used)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().seen(used)).isInstanceOf(ConflictException.class);
        assertThat(store().heads()).containsExactly(committed);
        assertThat(commit(snapshot(SHOP, "second")).run()).isEqualTo(2);
    }

    @Test
    void takesNoteThatAScopeWasReadAndEndsTheLease() {
        Lease lease = store().lease(SHOP, MINUTE);
        assertThat(store().lastSeen(SHOP)).isEmpty();

        store().seen(lease);

        assertThat(store().lastSeen(SHOP)).isPresent();
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(store().heads()).isEmpty();
        assertThat(commit(snapshot(SHOP, "p")).run()).isEqualTo(1);
    }

    @Test
    void aLeaseIsGoodForItsOwnScopeOnly() {
        Lease lease = store().lease(SHOP, MINUTE);

        assertThatThrownBy(() -> store().commit(snapshot(LIBRARY, "p"), lease))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalWritersOfOneScopeGiveTheResultOfOne() throws Exception {
        long rounds = 15;
        inParallel(4, writer -> {
            for (int round = 0; round < rounds; round++) {
                Lease lease = leaseWhenFree(SHOP);
                Snapshot head = lease.head();
                long count = head == null ? 0 : head.facts();
                PartitionState next = new PartitionState("count", List.of(), count + 1, NOON, null);
                store().commit(new Snapshot(SHOP, 0, List.of(next), null, null), lease);
            }
            return true;
        });

        Snapshot head = store().head(SHOP).orElseThrow();
        assertThat(head.facts()).isEqualTo(4 * rounds);
        assertThat(head.run()).isEqualTo(4 * rounds);
    }

    @Test
    void writersOfDifferentScopesDoNotDisturbEachOther() throws Exception {
        List<Snapshot> committed = Collections.synchronizedList(new ArrayList<>());
        inParallel(6, writer -> {
            Scope scope = new Scope("sarif", "writer-" + writer);
            for (int round = 0; round < 10; round++) {
                store().write(List.of(chunk(round)));
                committed.add(commit(naming(scope, chunk(round))));
            }
            return true;
        });

        assertThat(store().heads()).hasSize(6).allMatch(head -> head.run() == 10);
        assertThat(committed)
                .allSatisfy(
                        run -> assertThat(store().headsAt(run.committedAt())).contains(run));
    }

    @Test
    void readersSeeTheHeadBeforeACommitOrAfterIt() throws Exception {
        List<Scope> scopes =
                Stream.of("a", "b").map(name -> new Scope("sarif", name)).toList();
        List<List<Long>> seen = Collections.synchronizedList(new ArrayList<>());
        inParallel(3, thread -> {
            for (long run = 0; run < 30; run++) {
                if (thread == 0) {
                    // Always b after a, so b is never ahead.
                    commit(snapshot(scopes.get(0), "run " + run));
                    commit(snapshot(scopes.get(1), "run " + run));
                } else {
                    List<Snapshot> heads = thread == 1 ? store().heads() : store().headsAt(Instant.now());
                    seen.add(heads.stream().map(Snapshot::run).toList());
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
    void givesTheHeadsOfAnEarlierTime() throws Exception {
        Snapshot shop1 = commitLater(snapshot(SHOP, "1"));
        Snapshot library1 = commitLater(snapshot(LIBRARY, "1"));
        Snapshot shop2 = commitLater(snapshot(SHOP, "2"));

        assertThat(store().headsAt(at(shop1).minusNanos(1_000))).isEmpty();
        assertThat(store().headsAt(at(shop1))).containsExactly(shop1);
        assertThat(store().headsAt(at(library1))).containsExactly(library1, shop1);
        assertThat(store().headsAt(at(shop2).minusNanos(1_000))).containsExactly(library1, shop1);
        assertThat(store().headsAt(at(shop2))).containsExactly(library1, shop2);
        assertThat(store().headsAt(at(shop2).plusSeconds(3_600))).isEqualTo(store().heads());
    }

    @Test
    void aRetractedScopeSaysNothingAnyMore() throws Exception {
        Snapshot said = commitLater(snapshot(SHOP, "p"));

        Snapshot retracted = commitLater(new Snapshot(SHOP, 0, List.of(), null, null));

        assertThat(store().heads()).isEmpty();
        assertThat(store().headsAt(at(retracted))).isEmpty();
        assertThat(store().headsAt(at(said))).containsExactly(said);
        assertThat(store().head(SHOP)).contains(retracted);

        store().collect(at(retracted).plusSeconds(1));

        assertThat(store().heads()).isEmpty();
        assertThat(commit(snapshot(SHOP, "back")).run()).isEqualTo(3);
    }

    @Test
    void aScopeOfWhichNothingCouldBeListedIsNotRetracted() {
        Snapshot unknown = commit(new Snapshot(SHOP, 0, List.of(), "HTTP 403", null));

        assertThat(store().heads()).containsExactly(unknown);
    }

    @Test
    void keepsTheHistoryThatIsAskedFor() throws Exception {
        List<Snapshot> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            store().write(List.of(chunk(i)));
            runs.add(commitLater(naming(SHOP, chunk(i))));
        }
        Snapshot library = commitLater(snapshot(LIBRARY, "only"));
        passes(Duration.ofDays(2));

        assertThat(store().collect(at(runs.get(2)))).isEqualTo(new Collected(1, 1));

        assertThat(store().headsAt(at(runs.get(2)))).containsExactly(runs.get(2));
        assertThat(store().headsAt(at(runs.get(1)))).containsExactly(runs.get(1));
        assertThat(store().missing(hashes(List.of(chunk(0), chunk(1), chunk(2), chunk(3)))))
                .containsExactly(chunk(0).hash());
        assertThatThrownBy(() -> store().headsAt(at(runs.get(0))))
                .isInstanceOf(HistoryCollectedException.class)
                .hasMessageContaining("github:acme/shop")
                .hasMessageContaining("since " + at(runs.get(1)));
        assertThat(store().heads()).containsExactly(library, runs.get(3));
    }

    @Test
    void neverCollectsAHeadNorAChunkThatAKeptRunNames() throws Exception {
        store().write(List.of(chunk(1), chunk(2), chunk(3), chunk(4)));
        commitLater(naming(SHOP, chunk(1), chunk(2)));
        commitLater(naming(LIBRARY, chunk(1)));
        Snapshot shop = commitLater(naming(SHOP, chunk(2), chunk(3)));
        passes(Duration.ofDays(2));

        assertThat(store().collect(at(shop).plusSeconds(3_600))).isEqualTo(new Collected(1, 1));

        assertThat(store().missing(hashes(List.of(chunk(1), chunk(2), chunk(3), chunk(4)))))
                .containsExactly(chunk(4).hash());
        assertThat(store().heads()).extracting(Snapshot::run).containsExactly(1L, 2L);
        assertThat(store().collect(at(shop).plusSeconds(3_600))).isEqualTo(new Collected(0, 0));
        assertThat(commit(naming(SHOP, chunk(1), chunk(3))).run()).isEqualTo(3);
    }

    @Test
    void chunksOfAReadingThatIsStillGoingOnAreKept() {
        Lease lease = store().lease(SHOP, MINUTE);
        store().write(List.of(chunk(1)));

        assertThat(store().collect(Instant.now()).chunks()).isZero();

        Snapshot committed = store().commit(naming(SHOP, chunk(1)), lease);
        assertThat(store().heads()).containsExactly(committed);
    }

    @Test
    void aCommitOfAChunkThatWasCollectedMeanwhileIsRefused() {
        store().write(List.of(chunk(1)));
        passes(Duration.ofDays(2));
        Lease lease = store().lease(SHOP, MINUTE);
        assertThat(store().missing(hashes(List.of(chunk(1))))).isEmpty();

        assertThat(store().collect(Instant.now()).chunks()).isEqualTo(1);

        assertThatThrownBy(() -> store().commit(naming(SHOP, chunk(1)), lease))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("github:acme/shop")
                .hasMessageContaining(chunk(1).hash())
                .hasMessageEndingWith("chunks were collected meanwhile, read again");
        assertThat(store().heads()).isEmpty();
        store().write(List.of(chunk(1)));
        assertThat(store().commit(naming(SHOP, chunk(1)), lease).run()).isEqualTo(1);
    }

    @Test
    void noHeadNamesAChunkThatWasCollectedWhileItWasCommitted() throws Exception {
        inParallel(4, thread -> {
            for (int round = 0; round < 15; round++) {
                if (thread == 0) {
                    passes(Duration.ofDays(2));
                    store().collect(Instant.now().plus(Duration.ofDays(100)));
                } else {
                    Scope scope = new Scope("sarif", "writer-" + thread);
                    Chunk[] chunks = {chunk(round % 3), chunk(round % 2)};
                    commitUnlessCollected(scope, chunks);
                }
            }
            return true;
        });

        store().heads()
                .forEach(head -> head.partitions()
                        .forEach(partition -> assertThat(store().missing(partition.chunks()))
                                .as("missing of %s", head.scope())
                                .isEmpty()));
    }

    private void commitUnlessCollected(Scope scope, Chunk... chunks) {
        Lease lease = store().lease(scope, MINUTE);
        Set<String> missing = store().missing(hashes(List.of(chunks)));
        store().write(Stream.of(chunks).filter(c -> missing.contains(c.hash())).toList());
        try {
            store().commit(naming(scope, chunks), lease);
        } catch (ConflictException e) {
            assertThat(e).hasMessageEndingWith("chunks were collected meanwhile, read again");
            store().release(lease);
        }
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

        Publication again = store().publish(projection("v2", List.of(node("a", 1), node("b", 1)), link("a", "b")));

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
        assertThat(store().publish(projection("v4", nodes, exec, steal)).written())
                .isZero();
    }

    @Test
    void refusesAProjectionOutOfOrder() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().publish(projection("v1", List.of(node("b", 1), node("a", 1)))))
                .withMessage("the projection has 'a' out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().publish(projection("v1", nodes, link("b", "a"), link("a", "b"))))
                .withMessage("the projection has 'a CONTAINS b' out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().publish(projection("v1", nodes, link("a", "b"), link("a", "b"))))
                .withMessage("the projection has two of 'a CONTAINS b'");
    }

    @Test
    void rebuildsWhatItShows() {
        Projection projection = projection("v1", List.of(node("a", 1), node("b", 1)), link("a", "b"));
        store().publish(projection);

        Publication rebuilt = store().rebuild(projection);

        assertThat(rebuilt.complete()).isTrue();
        assertThat(store().published()).contains(rebuilt);
        assertThat(store().publish(projection).written()).isZero();
    }

    @Test
    void publishesValuesOfEveryType() {
        Map<String, Object> properties = new TreeMap<>(Map.of(
                "title",
                "Grüße, `}{$x \\u0060",
                "open",
                true,
                "line",
                42L,
                "score",
                0.1,
                "at",
                NOON,
                "proof",
                List.of("b", "a"),
                "fields",
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

    private Snapshot commit(Snapshot draft) {
        return store().commit(draft, store().lease(draft.scope(), MINUTE));
    }

    /** So that its time differs from that of the last one. */
    private Snapshot commitLater(Snapshot draft) throws InterruptedException {
        Thread.sleep(5);
        return commit(draft);
    }

    private Lease leaseWhenFree(Scope scope) {
        while (true) {
            try {
                return store().lease(scope, MINUTE);
            } catch (ScopeBusyException e) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static Instant at(Snapshot committed) {
        return Objects.requireNonNull(committed.committedAt());
    }

    private IngestReport ingest(Connector source, Instant at) {
        return Ingest.read(source, store(), Losses.HELD, Clock.fixed(at, ZoneOffset.UTC), Progress.SILENT);
    }

    private RiskGraph graph() {
        return new Assembly(store()).graph(store().heads());
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

    private static Snapshot naming(Scope scope, Chunk... chunks) {
        PartitionState partition = new PartitionState("p", hashes(List.of(chunks)), chunks.length, NOON, null);
        return new Snapshot(scope, 0, List.of(partition), null, null);
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
