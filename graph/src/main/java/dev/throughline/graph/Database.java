package dev.throughline.graph;

import com.google.common.base.Throwables;
import dev.throughline.model.Text;
import dev.throughline.store.StoreException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/**
 * Transactions in one database, and which of them may be run again. To repeat a commit whose answer was lost is to repeat
 * one that may have come about; so there are three ways to run a transaction, and the caller says which is right.
 *
 * <p>What was written here is read here: all sessions share their bookmarks.
 *
 * <p>Nothing here waits for ever, and a thread that waits may be interrupted. The driver's own retries are off: they would
 * wait for a server that was never there, go on for longer than told, and know no end for a server that is silent.
 */
final class Database implements AutoCloseable {
    /** Few, for a record here is up to a megabyte. */
    private static final int RECORDS_AHEAD = 20;

    private final Driver driver;
    private final SessionConfig session;
    private final TransactionConfig transaction;
    private final TimeLimit limit;
    private final Duration retryTime;
    private final String location;
    private final String tenant;
    private final AtomicLong written = new AtomicLong();

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
        this.retryTime = settings.retryTime();
        this.transaction = TransactionConfig.builder()
                .withTimeout(settings.transactionTimeout())
                .build();
        // The server is the first to give up, and says why, if it says anything.
        Duration silence = settings.transactionTimeout().plus(settings.connectTimeout());
        this.limit = new TimeLimit(silence, "Neo4j at " + location + " has not answered for " + seconds(silence));
    }

    static Database connect(String uri, AuthToken auth, Neo4jSettings settings) {
        URI address = ServerAddress.check(uri, settings.allowPlaintext());
        Database database = new Database(Drivers.make(address, auth, settings), address, settings);
        try {
            database.reach(settings.connectTimeout());
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    String location() {
        return location;
    }

    /** The tenant that every statement must name. */
    String tenant() {
        return tenant;
    }

    /** Reads, on a follower if there are any. Run again if it fails. */
    <T> T read(TransactionCallback<T> work) {
        return repeat(1, once -> inSession(reading -> reading.executeRead(work, transaction)));
    }

    /** Writes. Run again if it fails, even if only the answer to its commit was lost: it must notice by itself. */
    <T> T write(TransactionCallback<T> work) {
        return repeat(1, once -> inSession(writing -> writing.executeWrite(work, transaction)));
    }

    /**
     * Writes once. Belongs inside of {@link #repeat}.
     *
     * @throws Neo4jException if it failed, or if nobody knows whether it did
     */
    void writeOnce(Consumer<QueryRunner> work) {
        inSession(writing -> {
            try (Transaction running = writing.beginTransaction(transaction)) {
                work.accept(running);
                running.commit();
            }
            return written.incrementAndGet();
        });
    }

    private <T> T inSession(Function<Session, T> work) {
        return limit.on(() -> {
            try (Session open = driver.session(session)) {
                return work.apply(open);
            }
        });
    }

    /**
     * Runs work that finds out by itself what is left to do: again if that may help, and in smaller transactions if one was
     * too large for the server's memory. The time to do so begins with the first failure, and anew whenever something was
     * written in between.
     *
     * @param size how many rows a transaction may have at first
     * @param work is told how many they may have now
     */
    <T> T repeat(int size, IntFunction<T> work) {
        return translated(() -> {
            int rows = size;
            Retry retry = null;
            while (true) {
                long before = written.get();
                heedInterrupt(null);
                try {
                    return work.apply(rows);
                } catch (Neo4jException e) {
                    heedInterrupt(e);
                    if (Retry.isOutOfMemory(e) && rows > 1) {
                        rows /= 2;
                    } else if (Retry.mayHelp(e)) {
                        retry = retry == null || written.get() != before ? Retry.forTheNext(retryTime) : retry;
                        awaitServer(retry, e);
                    } else {
                        throw e;
                    }
                }
            }
        });
    }

    /** Pauses until the server can be reached. It may be starting again. */
    private void awaitServer(Retry retry, Neo4jException failure) {
        try {
            do {
                if (retry.millisLeft() <= 0) {
                    throw failure;
                }
                retry.pause();
            } while (!isReached(retry.millisLeft()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            heedInterrupt(failure);
        }
    }

    private boolean isReached(long withinMillis) throws InterruptedException {
        try {
            driver.verifyConnectivityAsync().toCompletableFuture().get(withinMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // If it refuses us, the next attempt says so better.
            return !(e.getCause() instanceof ServiceUnavailableException);
        }
    }

    /** Connects for the first time: who mistyped an address should not wait until a server appears there. */
    private void reach(Duration timeout) {
        translated(() -> {
            try {
                return driver.verifyConnectivityAsync()
                        .toCompletableFuture()
                        .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new StoreException("Neo4j at " + location + " has not answered for " + seconds(timeout), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(e);
            } catch (ExecutionException e) {
                Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
                throw new StoreException("Neo4j at " + location + " failed", e);
            }
        });
    }

    private void heedInterrupt(@Nullable Neo4jException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(failure);
        }
    }

    private StoreException interrupted(@Nullable Exception cause) {
        return new StoreException("interrupted while working with Neo4j at " + location, cause);
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthenticationException e) {
            throw new StoreException("Neo4j at " + location + " refuses the user or the password", e);
        } catch (ServiceUnavailableException e) {
            throw new StoreException("Neo4j at " + location + " cannot be reached: " + quoted(e), e);
        } catch (Neo4jException e) {
            if (Throwables.getCausalChain(e).stream().anyMatch(GeneralSecurityException.class::isInstance)) {
                throw new StoreException(
                        "Neo4j at " + location + " cannot be trusted: " + quoted(Throwables.getRootCause(e))
                                + ". If its certificate is right, name it in the settings",
                        e);
            }
            throw new StoreException("Neo4j at " + location + " failed: " + e.code() + " " + quoted(e), e);
        }
    }

    private static String quoted(Throwable e) {
        return Text.quote(String.valueOf(e.getMessage()));
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    @Override
    public void close() {
        driver.close();
    }
}
