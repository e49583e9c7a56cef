package dev.throughline.graph;

import dev.throughline.explore.Answer;
import dev.throughline.explore.Page;
import dev.throughline.explore.Sentence;
import dev.throughline.model.Scope;
import dev.throughline.store.Chunk;
import dev.throughline.store.Collected;
import dev.throughline.store.Lease;
import dev.throughline.store.Projection;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.neo4j.driver.AuthToken;

/**
 * Keeps the record and its projection in a Neo4j server, version 5 or later, over Bolt.
 *
 * <p>A database may be shared with other tenants and other uses. What was written through one of these objects is read
 * through it, on a cluster too; another process may have to wait until its server has caught up. Times are the server's.
 *
 * <p>It keeps the projection it published last, which is little more than its assessment. A publish needs about 150 bytes
 * for each node and 50 for each relationship that it writes; nothing else here grows with the graph.
 */
public sealed class Neo4jRiskStore implements RiskStore permits EmbeddedNeo4j {
    /** How long chunks stay that no run names: longer than it takes to read a source. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final Database database;
    private final Scopes scopes;
    private final Leases leases;
    private final Commits commits;
    private final Chunks chunks;
    private final Publisher publisher;
    private final PublishedAnswers answers;

    Neo4jRiskStore(Database database) {
        this.database = database;
        this.scopes = new Scopes(database);
        this.leases = new Leases(database);
        this.commits = new Commits(database);
        this.chunks = new Chunks(database);
        this.publisher = new Publisher(database);
        this.answers = new PublishedAnswers(database);
    }

    /**
     * Connects to the home database of a user.
     *
     * @param uri address such as {@code neo4j+s://graph.example.com}
     * @param auth user and password, or a token
     * @return the store
     * @throws IllegalArgumentException if the address is not one, or would send the password unencrypted
     * @throws StoreException if the server cannot be reached, refuses, or holds the graph of a newer version
     */
    public static Neo4jRiskStore connect(String uri, AuthToken auth) {
        return connect(uri, auth, Neo4jSettings.defaults());
    }

    /**
     * Connects. The first time, the constraints are made that keep two writers apart; the user must be allowed to.
     *
     * @param uri address such as {@code neo4j+s://graph.example.com}, or {@code bolt://localhost:7687}. Without {@code +s}
     *     it must lead to this machine, unless the settings {@linkplain Neo4jSettings#withPlaintextAllowed() allow} more
     * @param auth user and password, or a token
     * @param settings the settings
     * @return the store
     * @throws IllegalArgumentException if the address is not one, or would send the password unencrypted
     * @throws StoreException if the server cannot be reached, refuses, or holds the graph of a newer version
     */
    public static Neo4jRiskStore connect(String uri, AuthToken auth, Neo4jSettings settings) {
        return new Neo4jRiskStore(open(uri, auth, settings));
    }

    static Database open(String uri, AuthToken auth, Neo4jSettings settings) {
        Database database = Database.connect(uri, auth, settings);
        try {
            Schema.ensure(database);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public List<Snapshot> heads() {
        return scopes.heads();
    }

    @Override
    public List<Snapshot> headsAt(Instant time) {
        return scopes.headsAt(time);
    }

    @Override
    public Optional<Snapshot> head(Scope scope) {
        return scopes.head(scope);
    }

    @Override
    public Optional<Instant> lastSeen(Scope scope) {
        return scopes.lastSeen(scope);
    }

    @Override
    public Lease lease(Scope scope, Duration time) {
        return leases.lease(scope, time);
    }

    @Override
    public void renew(Lease lease, Duration time) {
        leases.renew(lease, time);
    }

    @Override
    public Snapshot commit(Snapshot draft, Lease lease) {
        return commits.commit(draft, lease);
    }

    @Override
    public void seen(Lease lease) {
        leases.seen(lease);
    }

    @Override
    public void release(Lease lease) {
        leases.release(lease);
    }

    @Override
    public Set<String> missing(Collection<String> hashes) {
        return chunks.missing(hashes);
    }

    @Override
    public void write(Collection<Chunk> written) {
        chunks.write(written);
    }

    @Override
    public void read(Collection<String> hashes, Consumer<Chunk> consumer) {
        chunks.read(hashes, consumer);
    }

    @Override
    public Collected collect(Instant keepSince) {
        return new Collecting(database, keepSince, GRACE).run();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Up to 25,000 changes are one transaction: readers see the old version or the new one. More, above all the first
     * publish, are several, and the state says {@code PUBLISHING} until the last. What this object published last it
     * compares in memory; otherwise it reads back what is there, and compares fingerprints.
     *
     * @throws StoreException if another process begins to publish for this tenant; the later one goes on
     */
    @Override
    public Publication publish(Projection projection) {
        return publisher.publish(projection);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreException if another process begins to publish for this tenant; the later one goes on
     */
    @Override
    public Publication rebuild(Projection projection) {
        return publisher.rebuild(projection);
    }

    @Override
    public Optional<Publication> published() {
        return publisher.published();
    }

    /**
     * Answers a question from what is published, by one statement: the same rows as
     * {@link dev.throughline.Assessment#explore(Sentence, Page)} gives of the assessment that is published, for who has not
     * assessed it. Keys that hold characters beyond U+FFFF may come in another place.
     *
     * @param sentence the question
     * @param page which rows
     * @return the rows
     * @throws IllegalArgumentException if the page is none of an answer to this question
     * @throws StoreException if nothing is published, publishing is not finished, or the server fails
     */
    public Answer explore(Sentence sentence, Page page) {
        return answers.answer(sentence, page);
    }

    @Override
    public String location() {
        return database.location();
    }

    @Override
    public void close() {
        database.close();
    }
}
