package dev.throughline.connector.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Progress;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.PartitionState;
import dev.throughline.store.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FactsRoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsReadBackAsItWas(long seed) throws IOException {
        RandomFacts random = new RandomFacts(seed, true);
        List<Asset> assets = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        Path file = folder.resolve("facts.jsonl");
        try (FactsWriter writer = FactsWriter.to(Files.newOutputStream(file))) {
            for (int i = 0; i < 20; i++) {
                for (AssetKind kind : AssetKind.values()) {
                    assets.add(random.asset(kind));
                }
                for (RelationType type : RelationType.values()) {
                    relations.addAll(random.relations(type));
                }
            }
            assets.forEach(writer::accept);
            relations.forEach(writer::accept);
        }

        Collected sink = new Collected();
        Completeness completeness =
                FactsConnector.files(file).list().partitions().get(0).read(sink);

        assertThat(completeness).isEqualTo(Completeness.complete());
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.assets()).isEqualTo(assets);
        assertThat(sink.relations()).isEqualTo(relations);
        assertThat(Files.readString(file)).matches("[\\x20-\\x7e\\n]*\\n");
    }

    @Test
    void anExportedRecordIsTheSameAfterImport() throws IOException {
        List<Snapshot> exported;
        FactsExport.Written written;
        Path export = folder.resolve("export");
        try (InMemoryRiskStore store = new InMemoryRiskStore()) {
            ingest(
                    store,
                    new Source("github:acme", Completeness.complete(), List.of("acme/shop", "../é\nx", "acme/Shop")));
            ingest(store, new Source("kubernetes:prod", Completeness.partial("no rights"), List.of("shop", "partial")));
            exported = store.heads();
            written = FactsExport.write(store, exported, export);
        }

        assertThat(written.scopes()).isEqualTo(2);
        assertThat(written.partitions()).isEqualTo(5);
        assertThat(written.facts())
                .isEqualTo(exported.stream().mapToLong(Snapshot::facts).sum());
        try (InMemoryRiskStore store = new InMemoryRiskStore();
                Stream<Path> files = Files.walk(export)) {
            FactsConnector.files(export).scopes().forEach(connector -> ingest(store, connector));

            assertThat(store.heads())
                    .extracting(Snapshot::scope)
                    .containsExactlyElementsOf(each(exported, Snapshot::scope));
            assertThat(store.heads())
                    .extracting(Snapshot::listingIncompleteBecause)
                    .containsExactly(null, "no rights");
            assertThat(partitions(store.heads()))
                    .usingRecursiveFieldByFieldElementComparatorOnFields("name", "chunks", "facts", "staleBecause")
                    .containsExactlyElementsOf(partitions(exported));
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .allMatch(name -> name.matches("[\\w./-]+"));
        }
    }

    @Test
    void anExportNeedsANewFolder() {
        assertThatThrownBy(() -> FactsExport.write(new InMemoryRiskStore(), List.of(), folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("an export needs a new folder");
    }

    private static void ingest(InMemoryRiskStore store, Connector connector) {
        Ingest.read(connector, store, Losses.HELD, Clock.systemUTC(), Progress.SILENT);
    }

    private static List<PartitionState> partitions(List<Snapshot> snapshots) {
        return snapshots.stream().flatMap(s -> s.partitions().stream()).toList();
    }

    private static <T, R> List<R> each(List<T> all, Function<T, R> function) {
        return all.stream().map(function).toList();
    }

    /** Facts of every kind in each partition; one named so is partial. */
    private record Source(String name, Completeness listing, List<String> partitions) implements Connector {
        @Override
        public Scope scope() {
            return Scope.parse(name);
        }

        @Override
        public Listing list() {
            return new Listing(partitions.stream().<Partition>map(Part::new).toList(), listing);
        }
    }

    private record Part(String name) implements Partition {
        @Override
        public Completeness read(FactSink sink) {
            RandomFacts random = new RandomFacts(name.hashCode(), false);
            for (int i = 0; i < 200; i++) {
                for (AssetKind kind : AssetKind.values()) {
                    sink.accept(random.asset(kind));
                }
                for (RelationType type : RelationType.values()) {
                    random.relations(type).forEach(sink::accept);
                }
            }
            return name.equals("partial") ? Completeness.partial("the last page is missing") : Completeness.complete();
        }
    }
}
