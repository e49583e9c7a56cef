package dev.throughline.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a Neo4j server. Immutable: each {@code with} method returns a new object.
 *
 * @param database name of the database; null for the home database of the user
 * @param tenant whose record this is; tenants share a database and never see each other. 1 to 100 characters
 * @param maxConnections the most connections open at a time
 * @param connectTimeout how long to wait until a connection is there
 * @param retryTime how long a read or a commit is tried again when the server says that trying again may help
 * @param allowPlaintext whether {@code bolt://} and {@code neo4j://}, which send everything unencrypted, the password
 *     too, may lead to another machine
 */
public record Neo4jSettings(
        @Nullable String database,
        String tenant,
        int maxConnections,
        Duration connectTimeout,
        Duration retryTime,
        boolean allowPlaintext) {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the tenant is blank or too long, or there may be no connections
     */
    public Neo4jSettings {
        if (tenant.isBlank() || tenant.length() > 100) {
            throw new IllegalArgumentException("the name of a tenant has 1 to 100 characters");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("there must be at least one connection");
        }
    }

    /**
     * The settings that fit most: home database, tenant {@code default}, 20 connections, 10 seconds to connect, 30 seconds
     * to retry, encryption required for other machines.
     *
     * @return the settings
     */
    public static Neo4jSettings defaults() {
        return new Neo4jSettings(null, "default", 20, Duration.ofSeconds(10), Duration.ofSeconds(30), false);
    }

    /**
     * With another database.
     *
     * @param name its name
     * @return new settings
     */
    public Neo4jSettings withDatabase(String name) {
        return new Neo4jSettings(name, tenant, maxConnections, connectTimeout, retryTime, allowPlaintext);
    }

    /**
     * With another tenant.
     *
     * @param name its name
     * @return new settings
     */
    public Neo4jSettings withTenant(String name) {
        return new Neo4jSettings(database, name, maxConnections, connectTimeout, retryTime, allowPlaintext);
    }

    /**
     * With another number of connections.
     *
     * @param most the most connections open at a time
     * @return new settings
     */
    public Neo4jSettings withMaxConnections(int most) {
        return new Neo4jSettings(database, tenant, most, connectTimeout, retryTime, allowPlaintext);
    }

    /**
     * With another time to connect.
     *
     * @param timeout how long to wait until a connection is there
     * @return new settings
     */
    public Neo4jSettings withConnectTimeout(Duration timeout) {
        return new Neo4jSettings(database, tenant, maxConnections, timeout, retryTime, allowPlaintext);
    }

    /**
     * With another time to retry.
     *
     * @param time how long a read or a commit is tried again
     * @return new settings
     */
    public Neo4jSettings withRetryTime(Duration time) {
        return new Neo4jSettings(database, tenant, maxConnections, connectTimeout, time, allowPlaintext);
    }

    /**
     * Lets passwords and the whole risk graph travel unencrypted to another machine. For networks that encrypt themselves.
     *
     * @return new settings
     */
    public Neo4jSettings withPlaintextAllowed() {
        return new Neo4jSettings(database, tenant, maxConnections, connectTimeout, retryTime, true);
    }
}
