package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Progress;
import dev.throughline.store.Assembly;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.IngestReport;
import dev.throughline.store.RecordCounts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every connector promises. A test of a connector extends it and gives it a source with everything in it. */
public abstract class ConnectorContract {
    /** Stands in the source of {@link #connector()} wherever a secret would, and nowhere else. */
    protected static final String CANARY = "EXAMPLE-not-a-real-secret";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);

    /** A connector to a sound source, made anew each time, with {@link #CANARY} for every secret in it. */
    protected abstract Connector connector();

    @Test
    void itsScopeIsAlwaysTheSame() {
        assertThat(connector().scope()).isEqualTo(connector().scope());
    }

    @Test
    void itsPartitionsHaveDistinctNamesThatAreTheSameOnEveryMachine() {
        assertThat(connector().list().partitions())
                .isNotEmpty()
                .extracting(Partition::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank() && !name.startsWith("/") && !name.contains("\\"));
    }

    @Test
    void aSoundSourceIsReadCompletelyAndGivesFacts() {
        Connector connector = connector();

        assertThat(connector.list().completeness()).isEqualTo(Completeness.complete());
        for (Partition partition : connector.list().partitions()) {
            Collected sink = new Collected();
            assertThat(partition.read(sink)).as(partition.name()).isEqualTo(Completeness.complete());
            assertThat(sink.rejections()).as(partition.name()).isEmpty();
        }
        assertThat(facts(connector).values()).anyMatch(said -> !said.isEmpty());
    }

    @Test
    void readingAgainGivesTheSameFacts() {
        Connector connector = connector();

        assertThat(facts(connector)).isEqualTo(facts(connector)).isEqualTo(facts(connector()));
    }

    @Test
    void noSecretGetsOut() {
        assertThat(facts(connector()).values())
                .allSatisfy(said -> assertThat(said).noneMatch(fact -> fact.contains(CANARY)));
    }

    @Test
    void itsFactsAreStoredAndMakeAGraph() {
        try (InMemoryRiskStore store = new InMemoryRiskStore(CLOCK)) {
            IngestReport first = read(store);
            IngestReport second = read(store);

            assertThat(first.isClean()).isTrue();
            assertThat(second.changed()).isFalse();
            assertThat(new Assembly(store).graph(store.heads()).size()).isPositive();
        }
    }

    @Test
    void everyRecordItReadsIsAcceptedMergedOrRejected() {
        try (InMemoryRiskStore store = new InMemoryRiskStore(CLOCK)) {
            RecordCounts records = read(store).records();

            assertThat(records.read()).isPositive();
            assertThat(records.accepted() + records.merged() + records.rejected())
                    .isEqualTo(records.read());
            assertThat(records.rejected()).isZero();
            assertThat(records.accepted()).isPositive();
            assertThat(read(store).records()).isEqualTo(records);
        }
    }

    private IngestReport read(InMemoryRiskStore store) {
        return Ingest.read(connector(), store, Losses.HELD, CLOCK, Progress.SILENT);
    }

    private static Map<String, Set<String>> facts(Connector connector) {
        Map<String, Set<String>> facts = new TreeMap<>();
        for (Partition partition : connector.list().partitions()) {
            Collected sink = new Collected();
            partition.read(sink);
            facts.put(partition.name(), sink.facts());
        }
        return facts;
    }
}
