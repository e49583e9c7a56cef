package dev.throughline.graph;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/** How long to try again: until a fixed time after the first failure, with pauses that grow. */
final class Retry {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final long end;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    private Retry(long end) {
        this.end = end;
    }

    static Retry forTheNext(Duration time) {
        return new Retry(System.nanoTime() + time.toNanos());
    }

    /**
     * Whether the same may succeed the next time. Lost connections, deadlocks and what else passes by itself may; a wrong
     * statement, password or value never, nor what violates a constraint.
     */
    static boolean mayHelp(Neo4jException failure) {
        // What comes after the first failure in a transaction says only that there was one.
        Throwable first = failure instanceof ClientException && failure.getCause() instanceof Neo4jException cause
                ? cause
                : failure;
        return first instanceof RetryableException && !isOutOfMemory(failure);
    }

    /** Some of these codes are marked as transient, but the same rows would need the same memory again. */
    static boolean isOutOfMemory(Neo4jException failure) {
        return failure.code().endsWith(".MemoryPoolOutOfMemoryError")
                || failure.code().endsWith(".TransactionOutOfMemoryError");
    }

    long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    /** Waits before the next attempt, half of the time at random so that those who met do not meet again. */
    void pause() throws InterruptedException {
        long half = pauseMillis / 2;
        Thread.sleep(Math.min(
                Math.max(0, millisLeft()), half + ThreadLocalRandom.current().nextLong(half)));
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }
}
