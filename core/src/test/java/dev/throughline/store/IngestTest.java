package dev.throughline.store;

import static dev.throughline.store.StatedSource.partition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Estate;
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
import dev.throughline.model.Provenance;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Scope;
import dev.throughline.store.Ingest.Losses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IngestTest {
    private static final Scope SCOPE = Scope.parse("test:estate");

    private final InMemoryRiskStore store = new InMemoryRiskStore(Estate.CLOCK);
    private Losses losses = Losses.HELD;
    private final AtomicInteger closed = new AtomicInteger();

    private IngestReport ingest(Completeness listing, Partition... partitions) {
        return Ingest.read(
                new Connector() {
                    @Override
                    public Scope scope() {
                        return SCOPE;
                    }

                    @Override
                    public Listing list() {
                        return new Listing(List.of(partitions), listing, closed::incrementAndGet);
                    }
                },
                store,
                losses,
                Estate.CLOCK,
                Progress.SILENT);
    }

    private IngestReport ingest(Partition... partitions) {
        return ingest(Completeness.complete(), partitions);
    }

    private static Partition nodes(String name, String... nodes) {
        return partition(name, sink -> {
            Arrays.stream(nodes).forEach(n -> sink.accept(AssetKind.NODE.unknown(Estate.node(n))));
            return Completeness.complete();
        });
    }

    @Test
    void closesTheListingWhenAllIsRead() {
        ingest(partition("a", sink -> Completeness.complete()), partition("b", sink -> {
            assertThat(closed).hasValue(0);
            return Completeness.complete();
        }));

        assertThat(closed).hasValue(1);
    }

    @Test
    void closesTheListingIfReadingBreaksOff() {
        assertThatThrownBy(() -> ingest(partition("a", sink -> {
                    throw new IllegalStateException("a mistake");
                })))
                .hasMessage("a mistake");

        assertThat(closed).hasValue(1);
    }

    private RiskGraph graph() {
        return new Assembly(store).graph(store.heads());
    }

    private List<String> nodesInTheGraph() {
        return graph().assets().stream()
                .map(Asset::key)
                .filter(key -> key.mayBe(AssetKind.NODE))
                .map(key -> key.value().substring("prod/".length()))
                .toList();
    }

    @Test
    void givesBackWhatEveryKindOfAssetWasSaidToBe() {
        List<Asset> said = new ArrayList<>();
        for (AssetKind kind : AssetKind.values()) {
            said.add(Estate.known(kind));
        }
        Relation relation = new Relation(Estate.CLUSTER, RelationType.CONTAINS, Estate.node("n1"));

        IngestReport report = ingest(partition("all", sink -> {
            said.forEach(sink::accept);
            sink.accept(relation);
            return Completeness.complete();
        }));

        RiskGraph graph = graph();
        said.forEach(asset -> assertThat(graph.find(asset.key())).contains(asset));
        assertThat(graph.relations()).containsExactly(relation);
        assertThat(graph.sourcesOf(relation)).containsExactly(new Provenance(SCOPE, "all", Estate.CLOCK.instant()));
        assertThat(report.isClean()).isTrue();
        assertThat(report.facts()).isEqualTo(said.size() + 1);
    }

    @Test
    void putsTheEntriesOfAttacksIntoEveryGraph() {
        assertThat(graph().assets())
                .extracting(Asset::key)
                .containsExactlyInAnyOrder(AssetKey.INTERNET, AssetKey.ANONYMOUS, AssetKey.ANY_GITHUB_USER);
    }

    @Test
    void changesNothingWhenItReadsTheSameAgain() {
        IngestReport first = ingest(nodes("a", "n1"), nodes("b", "n2"));
        IngestReport second = ingest(nodes("b", "n2"), nodes("a", "n1"));

        assertThat(first.changed()).isTrue();
        assertThat(second.changed()).isFalse();
        assertThat(second.chunksWritten()).isZero();
        assertThat(second.run()).isEqualTo(first.run());
    }

    @Test
    void givesUpWhatIsGone() {
        ingest(nodes("a", "n1", "n2"), nodes("b", "n3"));
        ingest(nodes("a", "n1"));

        assertThat(nodesInTheGraph()).containsExactly("n1");
    }

    @Test
    void keepsWhatItCouldNotReadAgain() {
        ingest(nodes("a", "n1"), nodes("b", "n2"));
        IngestReport report = ingest(partition("a", sink -> Completeness.failed("HTTP 502")), partition("b", sink -> {
            throw new SourceException(new Rejection("b.json", "", "no JSON"), null);
        }));

        assertThat(nodesInTheGraph()).containsExactly("n1", "n2");
        assertThat(report.problems()).containsExactly("a: HTTP 502", "b: b.json: no JSON");
        assertThat(graph().gap(SCOPE)).hasValue("a: HTTP 502");
    }

    @Test
    void remembersAPartThatItCouldNeverRead() {
        ingest(partition("a", sink -> Completeness.failed("HTTP 403")), nodes("b", "n1"));

        assertThat(nodesInTheGraph()).containsExactly("n1");
        assertThat(graph().gap(SCOPE)).hasValue("a: HTTP 403");
    }

    @Test
    void keepsWhatItHadWhenAReadingWasPartial() {
        ingest(nodes("a", "n1", "n2"));
        ingest(partition("a", sink -> {
            sink.accept(AssetKind.NODE.unknown(Estate.node("n1")));
            return Completeness.partial("page 2 is missing");
        }));

        assertThat(nodesInTheGraph()).containsExactly("n1", "n2");
    }

    @Test
    void takesAFirstReadingThatWasPartialForBetterThanNothing() {
        IngestReport report = ingest(partition("a", sink -> {
            sink.accept(AssetKind.NODE.unknown(Estate.node("n1")));
            return Completeness.partial("page 2 is missing");
        }));

        assertThat(nodesInTheGraph()).containsExactly("n1");
        assertThat(report.isClean()).isFalse();
        assertThat(graph().gap(SCOPE)).hasValue("a: page 2 is missing");
    }

    @Test
    void keepsPartitionsThatAnIncompleteListingDoesNotName() {
        ingest(nodes("a", "n1"), nodes("b", "n2"));
        IngestReport report = ingest(Completeness.partial("page 2 is missing"), nodes("a", "n1"));

        assertThat(nodesInTheGraph()).containsExactly("n1", "n2");
        assertThat(report.problems())
                .containsExactly("not all parts are known: page 2 is missing", "b: page 2 is missing");
        assertThat(graph().gap(SCOPE)).hasValue("b: page 2 is missing");
    }

    @Test
    void goesOnAfterARecordItCouldNotUse() {
        IngestReport report = ingest(partition("a", sink -> {
            sink.reject(new Rejection("a.json", "/items/0", "no name"));
            sink.accept(AssetKind.NODE.unknown(Estate.node("n1")));
            return Completeness.complete();
        }));

        assertThat(nodesInTheGraph()).containsExactly("n1");
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejections()).extracting(Rejection::toString).containsExactly("a.json /items/0: no name");
    }

    @Test
    void countsWhatBecameOfEachRecord() {
        Partition three = partition("a", sink -> {
            record(sink, true, "n1", "n2");
            record(sink, true, "n2");
            record(sink, true);
            record(sink, true, "n2", "n3");
            record(sink, false);
            return Completeness.complete();
        });

        assertThat(ingest(three).records()).isEqualTo(new RecordCounts(5, 3, 1, 1));
        assertThat(ingest(three).records()).isEqualTo(new RecordCounts(5, 3, 1, 1));
    }

    @Test
    void countsWhatIsGatheredAndHandedOverLater() {
        Partition gathering = partition("a", sink -> {
            for (boolean again : new boolean[] {false, true, false}) {
                sink.beginRecord();
                sink.accept(AssetKind.NODE.unknown(Estate.node("rule")));
                sink.gathered(again);
                sink.endRecord(true);
            }
            sink.accept(AssetKind.NODE.unknown(Estate.node("n1")));
            return Completeness.complete();
        });

        assertThat(ingest(gathering).records())
                .as("the rule is known, the result is not")
                .isEqualTo(new RecordCounts(3, 2, 1, 0));
    }

    @Test
    void countsAPartitionWithoutRecordsAsOne() {
        Partition failing = partition("b", sink -> Completeness.failed("HTTP 502"));

        assertThat(ingest(nodes("a", "n1", "n2"), failing).records()).isEqualTo(new RecordCounts(2, 1, 0, 1));
    }

    @Test
    void countsARecordThatWasLeftInTheMiddleAsRejected() {
        Partition broken = partition("a", sink -> {
            record(sink, true, "n1");
            sink.beginRecord();
            throw new SourceException(new Rejection("a.json", "", "it ends too early"), null);
        });

        assertThat(ingest(broken).records()).isEqualTo(new RecordCounts(2, 1, 0, 1));
    }

    /** However many facts there are, no record is lost, and what is told apart by anything counts as new. */
    @Test
    void countsManyRecords() {
        Partition many = partition("a", sink -> {
            for (int i = 0; i < 300_000; i++) {
                record(sink, true, "n" + i);
            }
            record(sink, true, "n299999");
            return Completeness.complete();
        });

        assertThat(ingest(many).records()).isEqualTo(new RecordCounts(300_001, 300_000, 1, 0));
    }

    private static void record(FactSink sink, boolean used, String... nodes) {
        sink.beginRecord();
        for (String node : nodes) {
            sink.accept(AssetKind.NODE.unknown(Estate.node(node)));
        }
        sink.endRecord(used);
    }

    private static Partition manyNodes(String name, int from, int to) {
        return nodes(name, IntStream.range(from, to).mapToObj(i -> "n" + i).toArray(String[]::new));
    }

    @Test
    void noticesThatNothingChangedWhateverTheOrder() {
        ingest(nodes("a", "n1", "n2"));
        IngestReport report = ingest(nodes("a", "n2", "n1", "n2"));

        assertThat(report.changed()).isFalse();
        assertThat(report.chunksWritten()).isZero();
    }

    @Test
    void holdsBackAnEmptyPartUntilASecondReadingSaysSoToo() {
        ingest(nodes("a", "n1"), nodes("b", "n2"));

        IngestReport first = ingest(nodes("a"), nodes("b", "n3"));
        assertThat(nodesInTheGraph()).containsExactly("n1", "n3");
        assertThat(first.problems())
                .containsExactly("a: 1 of 1 facts are gone, which is held back until a second reading says so too");
        assertThat(graph().gap(SCOPE)).isPresent();

        IngestReport second = ingest(nodes("a"), nodes("b", "n3"));
        assertThat(nodesInTheGraph()).containsExactly("n3");
        assertThat(second.isClean()).isTrue();
        assertThat(graph().gap(SCOPE)).isEmpty();
    }

    @Test
    void forgetsASuspicionWhenTheFactsAreBack() {
        ingest(nodes("a", "n1"));
        ingest(nodes("a"));
        IngestReport back = ingest(nodes("a", "n1"));
        IngestReport gone = ingest(nodes("a"));

        assertThat(back.isClean()).isTrue();
        assertThat(gone.isClean()).isFalse();
        assertThat(nodesInTheGraph()).containsExactly("n1");
    }

    @Test
    void doesNotTakeAFailureForAConfirmation() {
        ingest(nodes("a", "n1"));
        ingest(nodes("a"));
        ingest(partition("a", sink -> Completeness.failed("HTTP 502")));
        assertThat(nodesInTheGraph()).containsExactly("n1");

        ingest(nodes("a"));
        assertThat(nodesInTheGraph()).isEmpty();
    }

    @Test
    void holdsBackThatMoreThanAFifthIsGone() {
        ingest(manyNodes("a", 0, 300), manyNodes("b", 300, 600));
        ingest(manyNodes("a", 0, 150), manyNodes("b", 300, 600), nodes("c", "new"));

        assertThat(nodesInTheGraph()).hasSize(601).contains("n200", "new");

        ingest(manyNodes("a", 0, 150), manyNodes("b", 300, 600), nodes("c", "new"));
        assertThat(nodesInTheGraph()).hasSize(451).doesNotContain("n200");
    }

    @Test
    void holdsBackThatAPartOfSomeSizeIsNotListedAnyMore() {
        ingest(manyNodes("a", 0, 300), manyNodes("b", 300, 600));
        ingest(manyNodes("b", 300, 600));
        assertThat(nodesInTheGraph()).hasSize(600);

        ingest(manyNodes("b", 300, 600));
        assertThat(nodesInTheGraph()).hasSize(300);
    }

    @Test
    void takesAPartWithAnotherNameForTheSame() {
        ingest(manyNodes("a", 0, 300), manyNodes("b", 300, 600));
        IngestReport renamed = ingest(manyNodes("A", 0, 300), manyNodes("b", 300, 600));

        assertThat(renamed.isClean()).isTrue();
        assertThat(nodesInTheGraph()).hasSize(600);
    }

    @Test
    void doesNotMindThatAFifthGoes() {
        ingest(manyNodes("a", 0, 1_000));
        ingest(manyNodes("a", 0, 800));

        assertThat(nodesInTheGraph()).hasSize(800);
    }

    @Test
    void doesNotMindThatLittleGoes() {
        ingest(manyNodes("a", 0, 101));
        ingest(manyNodes("a", 0, 1));

        assertThat(nodesInTheGraph()).containsExactly("n0");
    }

    @Test
    void believesASourceThatLosesMuchIfItIsTold() {
        ingest(manyNodes("a", 0, 300), nodes("b", "m"));
        losses = Losses.ACCEPTED;
        IngestReport report = ingest(manyNodes("a", 0, 1), nodes("b"));

        assertThat(nodesInTheGraph()).containsExactly("n0");
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void takesBackAScope() {
        ingest(nodes("a", "n1"));
        Ingest.retract(SCOPE, store);

        assertThat(nodesInTheGraph()).isEmpty();
        assertThat(store.heads()).isEmpty();

        ingest(nodes("a", "n1"));
        assertThat(nodesInTheGraph()).containsExactly("n1");
    }

    @Test
    void leavesTheHeadAndFreesTheScopeWhenASourceBreaks() {
        ingest(nodes("a", "n1"));

        assertThatThrownBy(() -> ingest(nodes("a", "n2"), partition("b", sink -> {
                    throw new IllegalStateException("a defect");
                })))
                .hasMessage("a defect");
        assertThat(nodesInTheGraph()).containsExactly("n1");
        assertThat(ingest(nodes("a", "n2")).changed()).isTrue();
    }
}
