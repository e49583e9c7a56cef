package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store still knows of earlier times, and what is collected. */
public interface HistoryContract extends StoreUnderTest {
    @Test
    default void givesTheHeadsOfAnEarlierTime() throws Exception {
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
    default void aRetractedScopeSaysNothingAnyMore() throws Exception {
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
    default void aScopeOfWhichNothingCouldBeListedIsNotRetracted() {
        Snapshot unknown = commit(new Snapshot(SHOP, 0, List.of(), "HTTP 403", null));

        assertThat(store().heads()).containsExactly(unknown);
    }

    @Test
    default void keepsTheHistoryThatIsAskedFor() throws Exception {
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
    default void neverCollectsAHeadNorAChunkThatAKeptRunNames() throws Exception {
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
    default void chunksOfAReadingThatIsStillGoingOnAreKept() {
        Lease lease = store().lease(SHOP, MINUTE);
        store().write(List.of(chunk(1)));

        assertThat(store().collect(Instant.now()).chunks()).isZero();

        Snapshot committed = store().commit(naming(SHOP, chunk(1)), lease);
        assertThat(store().heads()).containsExactly(committed);
    }

    @Test
    default void aCommitOfAChunkThatWasCollectedMeanwhileIsRefused() {
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
    default void noHeadNamesAChunkThatWasCollectedWhileItWasCommitted() throws Exception {
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

    /** So that its time differs from that of the last one. */
    private Snapshot commitLater(Snapshot draft) throws InterruptedException {
        Thread.sleep(5);
        return commit(draft);
    }

    private static Instant at(Snapshot committed) {
        return Objects.requireNonNull(committed.committedAt());
    }
}
