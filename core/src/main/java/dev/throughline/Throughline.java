package dev.throughline;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.AttackEdge;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Progress;
import dev.throughline.mapping.Linker;
import dev.throughline.model.Scope;
import dev.throughline.model.ThroughlineException;
import dev.throughline.risk.RiskFactor;
import dev.throughline.store.Assembly;
import dev.throughline.store.Collected;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.IngestReport;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import dev.throughline.store.ScopeBusyException;
import dev.throughline.store.SideBySide;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The engine: takes in what sources say, assesses what it adds up to, and publishes the answer for others to query.
 *
 * <pre>{@code
 * try (var throughline = Throughline.storedIn(EmbeddedNeo4j.at(Path.of("risk-graph")))) {
 *     throughline.ingest(KubernetesConnector.dump(Path.of("prod.json")).cluster("prod-eu"));
 *     Assessment now = throughline.assess();
 *     now.attackPaths().top(10).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Immutable, and safe to share between threads as far as its store is. Methods that return
 * another engine do not talk to the store, all others do.
 */
@CheckReturnValue
public final class Throughline implements AutoCloseable {
    private final RiskStore store;
    private final Assembly assembly;
    private final Rules rules;
    private final Losses losses;
    private final Progress progress;
    private final Clock clock;

    private Throughline(
            RiskStore store, Assembly assembly, Rules rules, Losses losses, Progress progress, Clock clock) {
        this.store = store;
        this.assembly = assembly;
        this.rules = rules;
        this.losses = losses;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * An engine on a store.
     *
     * @param store keeps the facts; it is closed with the engine
     * @return the engine, with all rules that come with Throughline
     */
    public static Throughline storedIn(RiskStore store) {
        return new Throughline(
                store, new Assembly(store), Rules.builtIn(), Losses.HELD, Progress.SILENT, Clock.systemUTC());
    }

    /**
     * An engine that keeps everything in memory.
     *
     * @return the engine
     */
    public static Throughline inMemory() {
        return storedIn(new InMemoryRiskStore());
    }

    /**
     * The same engine with one more linker.
     *
     * @param linker a linker
     * @return an engine on the same store
     */
    public Throughline with(Linker linker) {
        return new Throughline(store, assembly, rules.with(linker), losses, progress, clock);
    }

    /**
     * The same engine with one more risk factor.
     *
     * @param factor a risk factor
     * @return an engine on the same store
     */
    public Throughline with(RiskFactor factor) {
        return new Throughline(store, assembly, rules.with(factor), losses, progress, clock);
    }

    /**
     * The same engine with one more attack edge.
     *
     * @param edge an attack edge
     * @return an engine on the same store
     */
    public Throughline with(AttackEdge edge) {
        return new Throughline(store, assembly, rules.with(edge), losses, progress, clock);
    }

    /**
     * The same engine, telling how reading goes on.
     *
     * @param listener is told, by one thread at a time
     * @return an engine on the same store
     */
    public Throughline reportingTo(Progress listener) {
        return new Throughline(store, assembly, rules, losses, oneAtATime(listener), clock);
    }

    private static Progress oneAtATime(Progress listener) {
        Object lock = new Object();
        return (scope, read, all, facts) -> {
            synchronized (lock) {
                listener.advanced(scope, read, all, facts);
            }
        };
    }

    /**
     * The same engine with a clock of its own.
     *
     * @param time tells the time of readings and assessments
     * @return an engine on the same store
     */
    public Throughline at(Clock time) {
        return new Throughline(store, assembly, rules, losses, progress, time);
    }

    /**
     * The same engine, believing sources that say that much is gone. Without this, a part that is empty where there was
     * something keeps what it had until a second reading says the same, and so do all parts that lose facts if more than a
     * fifth, and more than 100, of the facts of a scope would go.
     *
     * @return an engine on the same store
     */
    public Throughline acceptingLosses() {
        return new Throughline(store, assembly, rules, Losses.ACCEPTED, progress, clock);
    }

    /**
     * Reads sources into the store, two at a time; those of one scope one after the other, in their order. What a source said
     * before is replaced where it was read completely, and kept where it was not.
     *
     * @param connectors read the sources. Those of one scope may share what is not thread-safe, others may not
     * @return what came of each, in their order
     * @throws ThroughlineException if a source could not be read or stored at all; the others were read nevertheless, and
     *     further failures are {@linkplain Throwable#getSuppressed() suppressed} in the first
     */
    @CanIgnoreReturnValue
    public List<IngestReport> ingest(Connector... connectors) {
        return SideBySide.read(
                List.of(connectors), connector -> Ingest.read(connector, store, losses, clock, progress));
    }

    /**
     * Assesses what all sources said last.
     *
     * @return the answer
     */
    public Assessment assess() {
        return Assessor.assess(store.heads(), assembly, rules, clock);
    }

    /**
     * Assesses what all sources had said by an earlier time, with the rules of today. What a person said counts
     * if it had not expired then. Takes the time of a full assembly.
     *
     * @param time a time by the clock of the store, within its history
     * @return the answer
     * @throws StoreException if the history does not reach back so far
     */
    public Assessment assess(Instant time) {
        return Assessor.assess(store.headsAt(time), new Assembly(store), rules, Clock.fixed(time, ZoneOffset.UTC));
    }

    /**
     * Takes back all that a scope ever said, from the next assessment on.
     *
     * @param scope the scope
     * @throws ScopeBusyException if somebody is reading the scope
     */
    public void retract(Scope scope) {
        Ingest.retract(scope, store);
    }

    /**
     * Gives up what was superseded some time ago, and frees what only that needed. What is current is never touched.
     *
     * @param kept how far back {@link #assess(Instant)} shall reach from now on, counted from the newest commit; longer than
     *     an assessment takes
     * @return what was removed
     */
    @CanIgnoreReturnValue
    public Collected discardHistory(Duration kept) {
        // Not from our own clock, which may be ahead of that of the store.
        return store.heads().stream()
                .map(Snapshot::committedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(newest -> store.collect(newest.minus(kept)))
                .orElseGet(() -> new Collected(0, 0));
    }

    /**
     * Publishes an assessment, so that it can be queried in the store.
     *
     * @param assessment the assessment
     * @return what was changed
     */
    @CanIgnoreReturnValue
    public Publication publish(Assessment assessment) {
        return store.publish(AssessmentProjection.of(assessment));
    }

    /**
     * Publishes an assessment anew: as {@link #publish}, but everything that is there is looked at and mended. For when
     * somebody has changed what was published.
     *
     * @param assessment the assessment
     * @return what was written
     */
    @CanIgnoreReturnValue
    public Publication rebuild(Assessment assessment) {
        return store.rebuild(AssessmentProjection.of(assessment));
    }

    /** Closes the store. */
    @Override
    public void close() {
        store.close();
    }
}
