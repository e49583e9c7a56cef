package dev.throughline.graph;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a Neo4j server. Immutable: each {@code with} method returns a new object.
 *
 * @param database name of the database; null for the home database of the user
 * @param tenant whose record this is; tenants share a database and never see each other. 1 to 100 characters
 * @param maxConnections the most connections open at a time
 * @param connectTimeout how long to wait until a connection is there, be it a new one or one that others have given back
 * @param retryTime how long an operation that failed is tried again, counted from its first failure, if the failure is one
 *     that may pass: a lost connection, a deadlock, a server that restarts. Zero for never
 * @param transactionTimeout how long the server may take for one transaction, and how long its answer is waited for
 * @param trustedCertificate a file with the certificates, in PEM, that sign the server's or are the server's; null for the
 *     authorities that this Java trusts
 * @param allowPlaintext whether {@code bolt://} and {@code neo4j://}, which send everything unencrypted, the password
 *     too, may lead to another machine
 */
public record Neo4jSettings(
        @Nullable String database,
        String tenant,
        int maxConnections,
        Duration connectTimeout,
        Duration retryTime,
        Duration transactionTimeout,
        @Nullable Path trustedCertificate,
        boolean allowPlaintext) {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the tenant is blank or too long, there may be no connections, or a time is
     *     negative or, but for the time to retry, zero
     */
    public Neo4jSettings {
        if (tenant.isBlank() || tenant.length() > 100) {
            throw new IllegalArgumentException("the name of a tenant has 1 to 100 characters");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("there must be at least one connection");
        }
        if (connectTimeout.toMillis() < 1 || transactionTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("there must be some time to connect, and some for a transaction");
        }
        if (retryTime.isNegative()) {
            throw new IllegalArgumentException("the time to retry is negative");
        }
    }

    /**
     * The settings that fit most: home database, tenant {@code default}, 20 connections, 10 seconds to connect, 30 seconds
     * to retry, 5 minutes for a transaction, encryption required for other machines, the authorities of this Java.
     *
     * @return the settings
     */
    public static Neo4jSettings defaults() {
        return new Neo4jSettings(
                null,
                "default",
                20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                null,
                false);
    }

    /**
     * With another database.
     *
     * @param name its name
     * @return new settings
     */
    public Neo4jSettings withDatabase(String name) {
        return new Neo4jSettings(
                name,
                tenant,
                maxConnections,
                connectTimeout,
                retryTime,
                transactionTimeout,
                trustedCertificate,
                allowPlaintext);
    }

    /**
     * With another tenant.
     *
     * @param name its name
     * @return new settings
     */
    public Neo4jSettings withTenant(String name) {
        return new Neo4jSettings(
                database,
                name,
                maxConnections,
                connectTimeout,
                retryTime,
                transactionTimeout,
                trustedCertificate,
                allowPlaintext);
    }

    /**
     * With another number of connections.
     *
     * @param most the most connections open at a time
     * @return new settings
     */
    public Neo4jSettings withMaxConnections(int most) {
        return new Neo4jSettings(
                database,
                tenant,
                most,
                connectTimeout,
                retryTime,
                transactionTimeout,
                trustedCertificate,
                allowPlaintext);
    }

    /**
     * With another time to connect.
     *
     * @param timeout how long to wait until a connection is there
     * @return new settings
     */
    public Neo4jSettings withConnectTimeout(Duration timeout) {
        return new Neo4jSettings(
                database,
                tenant,
                maxConnections,
                timeout,
                retryTime,
                transactionTimeout,
                trustedCertificate,
                allowPlaintext);
    }

    /**
     * With another time to retry.
     *
     * @param time how long an operation that failed is tried again; zero for never
     * @return new settings
     */
    public Neo4jSettings withRetryTime(Duration time) {
        return new Neo4jSettings(
                database,
                tenant,
                maxConnections,
                connectTimeout,
                time,
                transactionTimeout,
                trustedCertificate,
                allowPlaintext);
    }

    /**
     * With another time for a transaction. Nothing here makes transactions that grow with the graph.
     *
     * @param timeout how long the server may take for one
     * @return new settings
     */
    public Neo4jSettings withTransactionTimeout(Duration timeout) {
        return new Neo4jSettings(
                database,
                tenant,
                maxConnections,
                connectTimeout,
                retryTime,
                timeout,
                trustedCertificate,
                allowPlaintext);
    }

    /**
     * Trusts these certificates, and no authority besides: for a server whose certificate is its own or its company's. It must
     * still name the host of the address, which must begin with {@code bolt+s://} or {@code neo4j+s://}.
     *
     * @param pem a file with X.509 certificates in PEM
     * @return new settings
     */
    public Neo4jSettings withTrustedCertificate(Path pem) {
        return new Neo4jSettings(
                database, tenant, maxConnections, connectTimeout, retryTime, transactionTimeout, pem, allowPlaintext);
    }

    /**
     * Lets passwords and the whole risk graph travel unencrypted to another machine. For networks that encrypt themselves.
     *
     * @return new settings
     */
    public Neo4jSettings withPlaintextAllowed() {
        return new Neo4jSettings(
                database,
                tenant,
                maxConnections,
                connectTimeout,
                retryTime,
                transactionTimeout,
                trustedCertificate,
                true);
    }
}
