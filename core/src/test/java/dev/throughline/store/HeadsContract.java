package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is committed is what is read. */
public interface HeadsContract extends StoreUnderTest {
    @Test
    default void isEmptyAtFirst() {
        assertThat(store().heads()).isEmpty();
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(store().lastSeen(SHOP)).isEmpty();
        assertThat(store().published()).isEmpty();
        assertThat(store().missing(List.of())).isEmpty();
    }

    @Test
    default void givesBackWhatWasCommitted() {
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
    default void aSnapshotMayHaveManyPartitions() {
        List<Chunk> chunks = IntStream.range(0, 2_000).mapToObj(this::chunk).toList();
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
    default void ordersHeadsByScope() {
        Stream.of("zeta", "alpha", "mid").forEach(name -> commit(snapshot(new Scope("sarif", name), "p")));
        commit(snapshot(new Scope("aws", "zeta"), "p"));

        assertThat(store().heads())
                .extracting(head -> head.scope().toString())
                .containsExactly("aws:zeta", "sarif:alpha", "sarif:mid", "sarif:zeta");
    }

    @Test
    default void theNewestRunIsTheHead() {
        commit(snapshot(SHOP, "first"));
        Snapshot second = commit(snapshot(SHOP, "second"));

        assertThat(second.run()).isEqualTo(2);
        assertThat(store().heads()).containsExactly(second);
    }

    @Test
    default void readersSeeTheHeadBeforeACommitOrAfterIt() throws Exception {
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
}
