package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Progress;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.store.Ingest.Losses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an ingest makes of readings that are whole, partial or failed. */
public interface IngestContract extends StoreUnderTest {
    @Test
    default void ingestsAndAssembles() {
        StatedSource source = new StatedSource()
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
    default void theSameInputAgainWritesNothing() {
        StatedSource source =
                new StatedSource().with("main", repository("shop"), commit("shop", "1"), contains("shop", "1"));
        ingest(source, NOON);
        Snapshot head = store().head(SHOP).orElseThrow();

        IngestReport again = ingest(source, EVENING);

        assertThat(again.changed()).isFalse();
        assertThat(again.chunksWritten()).isZero();
        assertThat(store().heads()).containsExactly(head);
        assertThat(store().lastSeen(SHOP).orElseThrow()).isAfterOrEqualTo(head.committedAt());
    }

    @Test
    default void theOrderOfFactsAndPartitionsDoesNotMatter() {
        ingest(
                new StatedSource()
                        .with("b", commit("shop", "2"))
                        .with("a", contains("shop", "1"), commit("shop", "1"), repository("shop")),
                NOON);

        IngestReport again = ingest(
                new StatedSource()
                        .with("a", repository("shop"), repository("shop"), commit("shop", "1"), contains("shop", "1"))
                        .with("b", commit("shop", "2")),
                EVENING);

        assertThat(again.changed()).isFalse();
    }

    @Test
    default void onlyThePartitionThatChangedIsWritten() {
        ingest(new StatedSource().with("a", repository("shop")).with("b", commit("shop", "1")), NOON);

        IngestReport changed =
                ingest(new StatedSource().with("a", repository("shop")).with("b", commit("shop", "2")), EVENING);

        assertThat(changed.chunksWritten()).isEqualTo(1);
        assertThat(partition("a").observedAt()).isEqualTo(NOON);
        assertThat(partition("b").observedAt()).isEqualTo(EVENING);
        assertThat(keys())
                .containsExactly(commit("shop", "2").key(), repository("shop").key());
    }

    @Test
    default void aPartitionThatCannotBeReadKeepsItsFactsAndSaysWhy() {
        ingest(new StatedSource().with("a", repository("shop")).with("b", commit("shop", "1")), NOON);

        IngestReport report = ingest(
                new StatedSource()
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
    default void aPartitionReadPartlyKeepsItsFacts() {
        ingest(new StatedSource().with("a", repository("shop"), commit("shop", "1")), NOON);
        ingest(new StatedSource().reading("a", partly(repository("shop"))), EVENING);

        assertThat(partition("a").staleBecause()).isEqualTo("page 2 is missing");
        assertThat(keys()).hasSize(2);

        ingest(new StatedSource().with("a", repository("shop")), EVENING);

        assertThat(partition("a").staleBecause()).isNull();
        assertThat(keys()).hasSize(1);
    }

    @Test
    default void aPartitionReadPartlyForTheFirstTimeIsBetterThanNothing() {
        ingest(new StatedSource().reading("a", partly(repository("shop"))), NOON);

        assertThat(partition("a").staleBecause()).isEqualTo("page 2 is missing");
        assertThat(keys()).hasSize(1);
    }

    @Test
    default void aPartitionIsGivenUpOnlyIfTheListIsComplete() {
        ingest(new StatedSource().with("a", repository("shop")).with("b", commit("shop", "1")), NOON);

        ingest(new StatedSource().with("a", repository("shop")).listed(Completeness.partial("HTTP 502")), EVENING);

        Snapshot kept = store().head(SHOP).orElseThrow();
        assertThat(kept.listingIncompleteBecause()).isEqualTo("HTTP 502");
        assertThat(partition("b").staleBecause()).isEqualTo("HTTP 502");
        assertThat(keys()).hasSize(2);

        ingest(new StatedSource().with("a", repository("shop")), EVENING);

        assertThat(store().head(SHOP).orElseThrow().listingIncompleteBecause()).isNull();
        assertThat(keys()).containsExactly(repository("shop").key());
    }

    @Test
    default void aLargePartitionIsManyChunks() {
        Object[] commits = IntStream.range(0, 25_000)
                .mapToObj(i -> commit("shop", Integer.toHexString(i)))
                .toArray();

        IngestReport report = ingest(new StatedSource().with("history", commits), NOON);

        assertThat(report.chunksWritten()).isEqualTo(3);
        assertThat(partition("history").facts()).isEqualTo(25_000);
        assertThat(keys()).hasSize(25_000);
    }

    @Test
    default void aReopenedStoreHoldsWhatWasCommitted() {
        ingest(new StatedSource().with("main", repository("shop"), commit("shop", "1"), contains("shop", "1")), NOON);
        Snapshot head = store().head(SHOP).orElseThrow();
        List<Asset> assets = graph().assets();

        RiskStore reopened = reopen();

        assertThat(reopened.heads()).containsExactly(head);
        assertThat(reopened.lastSeen(SHOP)).isPresent();
        assertThat(graph().assets()).isEqualTo(assets);
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
}
