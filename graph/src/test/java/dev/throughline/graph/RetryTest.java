package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.AuthorizationExpiredException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ProtocolException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TokenExpiredException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;

final class RetryTest {
    @ParameterizedTest
    @MethodSource
    void passesByItself(String what, Neo4jException failure) {
        assertThat(Retry.mayHelp(failure)).as(what).isTrue();
    }

    static Stream<Arguments> passesByItself() {
        return Stream.of(
                transientFailure("Transaction.DeadlockDetected"),
                transientFailure("Transaction.LockAcquisitionTimeout"),
                transientFailure("Transaction.BookmarkTimeout"),
                transientFailure("Transaction.LeaseExpired"),
                transientFailure("Transaction.MaximumTransactionLimitReached"),
                transientFailure("General.DatabaseUnavailable"),
                transientFailure("General.TransactionMemoryLimit"),
                transientFailure("Cluster.ReplicationFailure"),
                transientFailure("Request.NoThreadsAvailable"),
                arguments("lost connection", new ServiceUnavailableException("x")),
                arguments("silent connection", ConnectionReadTimeoutException.INSTANCE),
                arguments("no longer the leader", new SessionExpiredException("x")),
                arguments(
                        "permissions to be read again",
                        new AuthorizationExpiredException("Neo.ClientError.Security.AuthorizationExpired", "x")),
                arguments(
                        "what follows a deadlock",
                        new TransactionTerminatedException(
                                "x", new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "x"))));
    }

    @ParameterizedTest
    @MethodSource
    void neverPasses(String what, Neo4jException failure) {
        assertThat(Retry.mayHelp(failure)).as(what).isFalse();
    }

    static Stream<Arguments> neverPasses() {
        return Stream.of(
                clientFailure("Schema.ConstraintValidationFailed"),
                clientFailure("Schema.ConstraintAlreadyExists"),
                clientFailure("Statement.SyntaxError"),
                clientFailure("Statement.TypeError"),
                clientFailure("Statement.ParameterMissing"),
                clientFailure("Request.Invalid"),
                clientFailure("Database.DatabaseNotFound"),
                clientFailure("General.ForbiddenOnReadOnlyDatabase"),
                clientFailure("Transaction.TransactionTimedOut"),
                clientFailure("Transaction.TransactionTimedOutClientConfiguration"),
                // Somebody ended it on purpose; the driver does not call these two transient either.
                clientFailure("Transaction.Terminated"),
                clientFailure("Transaction.LockClientStopped"),
                transientFailure("General.MemoryPoolOutOfMemoryError"),
                transientFailure("General.TransactionOutOfMemoryError"),
                arguments("wrong password", new AuthenticationException("Neo.ClientError.Security.Unauthorized", "x")),
                arguments("no privilege", new SecurityException("Neo.ClientError.Security.Forbidden", "x")),
                arguments("old token", new TokenExpiredException("Neo.ClientError.Security.TokenExpired", "x")),
                arguments("fault of the server", new DatabaseException("Neo.DatabaseError.General.UnknownError", "x")),
                arguments("not Bolt", new ProtocolException("x")),
                arguments(
                        "what follows a syntax error",
                        new TransactionTerminatedException(
                                "x", new ClientException("Neo.ClientError.Statement.SyntaxError", "x"))));
    }

    private static Arguments transientFailure(String code) {
        return arguments(code, new TransientException("Neo.TransientError." + code, "x"));
    }

    private static Arguments clientFailure(String code) {
        return arguments(code, new ClientException("Neo.ClientError." + code, "x"));
    }

    @Test
    void pausesNoLongerThanThereIsTime() throws Exception {
        Retry retry = Retry.forTheNext(Duration.ofMillis(250));
        long start = System.nanoTime();

        while (retry.millisLeft() > 0) {
            retry.pause();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(249), Duration.ofMillis(400));
    }
}
