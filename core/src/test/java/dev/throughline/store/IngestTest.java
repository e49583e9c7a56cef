package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IngestTest {
    private static final Scope SCOPE = Scope.parse("test:estate");

    private final InMemoryRiskStore store = new InMemoryRiskStore(Estate.CLOCK);

    private IngestReport ingest(Completeness listing, Partition... partitions) {
        return Ingest.read(
                new Connector() {
                    @Override
                    public Scope scope() {
                        return SCOPE;
                    }

                    @Override
                    public Listing list() {
                        return new Listing(List.of(partitions), listing);
                    }
                },
                store,
                Estate.CLOCK,
                Progress.SILENT);
    }

    private IngestReport ingest(Partition... partitions) {
        return ingest(Completeness.complete(), partitions);
    }

    private static Partition partition(String name, Function<FactSink, Completeness> reading) {
        return new Partition() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Completeness read(FactSink sink) {
                return reading.apply(sink);
            }
        };
    }

    private static Partition nodes(String name, String... nodes) {
        return partition(name, sink -> {
            Arrays.stream(nodes).forEach(n -> sink.accept(AssetKind.NODE.unknown(Estate.node(n))));
            return Completeness.complete();
        });
    }

    private RiskGraph graph() {
        return Assembly.graph(store, store.heads());
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
        assertThat(report.problems()).containsExactly("not all parts are known: page 2 is missing");
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
}
