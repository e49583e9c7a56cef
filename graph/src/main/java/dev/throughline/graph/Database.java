package dev.throughline.graph;

import dev.throughline.model.Text;
import dev.throughline.store.StoreException;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/**
 * Transactions in one database, and which of them may be run again. The driver repeats a commit whose answer was lost,
 * although it may have come about; so there are three ways to run a transaction, and the caller says which is right.
 *
 * <p>What was written here is read here: all sessions share their bookmarks.
 */
final class Database implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    /** Few, for a record here is up to a megabyte. */
    private static final int RECORDS_AHEAD = 20;

    private final Driver driver;
    private final SessionConfig session;
    private final String location;
    private final String tenant;

    private Database(Driver driver, URI uri, Neo4jSettings settings) {
        this.driver = driver;
        SessionConfig.Builder config = SessionConfig.builder()
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .withFetchSize(RECORDS_AHEAD);
        if (settings.database() != null) {
            config.withDatabase(settings.database());
        }
        this.session = config.build();
        this.location = uri + (settings.database() == null ? "" : "/" + settings.database());
        this.tenant = settings.tenant();
    }

    // There is no other way yet to keep the driver from writing to standard error.
    @SuppressWarnings("deprecation")
    static Database connect(String uri, AuthToken auth, Neo4jSettings settings) {
        URI address = ServerAddress.check(uri, settings.allowPlaintext());
        long connectMillis = settings.connectTimeout().toMillis();
        Config config = Config.builder()
                .withLogging(Logging.none())
                .withUserAgent("throughline")
                .withTelemetryDisabled(true)
                .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                .withMaxConnectionPoolSize(settings.maxConnections())
                .withConnectionTimeout(connectMillis, TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(settings.retryTime().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return new Database(GraphDatabase.driver(address, auth, config), address, settings);
    }

    String location() {
        return location;
    }

    /** The tenant that every statement must name. */
    String tenant() {
        return tenant;
    }

    /** Reads. Run again if it fails. */
    <T> T read(TransactionCallback<T> work) {
        return translated(() -> {
            try (Session reading = driver.session(session)) {
                return reading.executeRead(work);
            }
        });
    }

    /** Writes. Run again if it fails, even if only the answer to its commit was lost: it must notice by itself. */
    <T> T write(TransactionCallback<T> work) {
        return translated(() -> {
            try (Session writing = driver.session(session)) {
                return writing.executeWrite(work);
            }
        });
    }

    /**
     * Writes once. Belongs inside of {@link #repeat}.
     *
     * @throws Neo4jException if it failed, or if nobody knows whether it did
     */
    void writeOnce(Consumer<QueryRunner> work) {
        try (Session writing = driver.session(session);
                Transaction transaction = writing.beginTransaction()) {
            work.accept(transaction);
            transaction.commit();
        }
    }

    /**
     * Runs work that finds out by itself what is left to do: again if the server says that this may help, and in smaller
     * transactions if one was too large for its memory.
     *
     * @param size how many rows a transaction may have at first
     * @param work is told how many they may have now
     */
    <T> T repeat(int size, IntFunction<T> work) {
        return translated(() -> {
            int rows = size;
            for (int attempt = 1; ; attempt++) {
                try {
                    return work.apply(rows);
                } catch (Neo4jException e) {
                    if (isOutOfMemory(e) && rows > 1) {
                        rows /= 2;
                        attempt = 0;
                    } else if (e instanceof RetryableException && attempt < ATTEMPTS) {
                        pause(attempt, e);
                    } else {
                        throw e;
                    }
                }
            }
        });
    }

    /** Some of these codes are marked as transient, but the same rows would need the same memory again. */
    private static boolean isOutOfMemory(Neo4jException e) {
        return e.code().endsWith(".MemoryPoolOutOfMemoryError") || e.code().endsWith(".TransactionOutOfMemoryError");
    }

    private void pause(int attempt, Neo4jException cause) {
        try {
            Thread.sleep((250L << attempt) + ThreadLocalRandom.current().nextLong(250));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for Neo4j at " + location, cause);
        }
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthenticationException e) {
            throw new StoreException("Neo4j at " + location + " refuses the user or the password", e);
        } catch (ServiceUnavailableException e) {
            throw new StoreException("Neo4j at " + location + " cannot be reached: " + quoted(e), e);
        } catch (Neo4jException e) {
            throw new StoreException("Neo4j at " + location + " failed: " + e.code() + " " + quoted(e), e);
        }
    }

    private static String quoted(Neo4jException e) {
        return Text.quote(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
