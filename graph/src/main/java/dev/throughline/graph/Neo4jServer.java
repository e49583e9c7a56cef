package dev.throughline.graph;

import com.google.common.base.Throwables;
import com.sun.management.OperatingSystemMXBean;
import dev.throughline.model.Text;
import dev.throughline.store.StoreException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;

/**
 * A Neo4j server in this process. The only class that uses it otherwise than by Bolt, so that everything else works
 * without it.
 */
final class Neo4jServer {
    static final String USER = "neo4j";

    private static final String HOST = "localhost";

    /** Much, for a large graph may have to be recovered first. */
    private static final long START_MILLIS = 60_000;

    private final DatabaseManagementService service;
    private final String boltUri;
    private final String password;

    private Neo4jServer(DatabaseManagementService service, String password, boolean hasPassword) {
        this.service = service;
        this.password = password;
        try {
            GraphDatabaseService system = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
            awaitDatabase(service, system);
            if (!hasPassword) {
                changePassword(system, password);
            }
            this.boltUri = "bolt://" + HOST + ":" + port(system);
        } catch (RuntimeException e) {
            service.shutdown();
            throw e;
        }
    }

    static Neo4jServer start(Path directory) {
        String password = randomPassword();
        try {
            makePrivate(directory);
            boolean isNew = !Files.exists(directory.resolve("data/databases/system"));
            if (isNew) {
                refuseOthersFiles(directory);
                setInitialPassword(directory, password);
            }
            return new Neo4jServer(builder(directory).build(), password, isNew);
        } catch (IOException | RuntimeException e) {
            throw new StoreException(cause(directory, e), e);
        }
    }

    private static DatabaseManagementServiceBuilder builder(Path directory) {
        return new DatabaseManagementServiceBuilder(directory)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress(HOST, 0))
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.pagecache_memory, pageCacheBytes())
                // The log is for recovery only, there is nobody to replicate to. By default it grows by 256 MB at once.
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                // Otherwise a stop takes ten seconds, in which nothing happens.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(5));
    }

    /**
     * An eighth of the memory of the machine or container, for Java's heap takes a quarter and others need some as well. It
     * is taken as the graph grows into it.
     */
    private static long pageCacheBytes() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
        return Math.max(ByteUnit.mebiBytes(256), Math.min(memory / 8, ByteUnit.gibiBytes(2)));
    }

    /** Who mistyped a path should not find a database among their own files. */
    private static void refuseOthersFiles(Path directory) throws IOException {
        if (Files.exists(directory.resolve("data/dbms"))) {
            // Ours: we were killed in our first start.
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            // A file system of its own, made for us, has that at its top.
            if (files.anyMatch(file -> !file.endsWith("lost+found"))) {
                throw new IOException("there are files in it, but no database");
            }
        }
    }

    /** The graph is a map of how to attack its owner. */
    private static void makePrivate(Path directory) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(directory, ownerOnly);
    }

    /** A new server would start with a password that everybody knows, and listen before we could change it. */
    private static void setInitialPassword(Path directory, String password) throws IOException {
        Path file = directory.resolve("data/dbms/auth.ini");
        Files.createDirectories(file.getParent());
        SystemGraphCredential credential = SystemGraphCredential.createCredentialForPassword(
                password.getBytes(StandardCharsets.UTF_8), new SecureHasher());
        Files.writeString(file, USER + ":" + credential.serialize() + ":\n");
    }

    /** The server starts without a database that it cannot read, and would then answer that it will come later. */
    private static void awaitDatabase(DatabaseManagementService service, GraphDatabaseService system) {
        GraphDatabaseAPI database = (GraphDatabaseAPI) service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        Optional<Throwable> failure =
                resolve(system, DatabaseStateService.class).causeOfFailure(database.databaseId());
        if (failure.isPresent() || !database.isAvailable(START_MILLIS)) {
            throw new IllegalStateException("the database in it does not start", failure.orElse(null));
        }
    }

    private static void changePassword(GraphDatabaseService system, String password) {
        system.executeTransactionally(
                "ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int port(GraphDatabaseService system) {
        return resolve(system, ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    private static <T> T resolve(GraphDatabaseService system, Class<T> part) {
        return ((GraphDatabaseAPI) system).getDependencyResolver().resolveDependency(part);
    }

    private static String cause(Path directory, Exception e) {
        if (Throwables.getCausalChain(e).stream().anyMatch(FileLockException.class::isInstance)) {
            return "the directory " + directory + " is in use by another process, or open in this one already";
        }
        Throwable root = Throwables.getRootCause(e);
        return "cannot start Neo4j in " + directory + ": " + Text.quote(String.valueOf(root));
    }

    /** Where it listens. */
    String boltUri() {
        return boltUri;
    }

    /** The password of {@link #USER}. */
    String password() {
        return password;
    }

    void stop() {
        service.shutdown();
    }
}
