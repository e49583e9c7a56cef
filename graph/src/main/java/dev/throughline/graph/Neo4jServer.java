package dev.throughline.graph;

import com.google.common.base.Throwables;
import dev.throughline.model.Text;
import dev.throughline.store.StoreException;
import java.io.IOException;
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
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
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

    private final DatabaseManagementService service;
    private final String boltUri;
    private final String password;

    private Neo4jServer(DatabaseManagementService service, String password, boolean hasPassword) {
        this.service = service;
        this.password = password;
        try {
            GraphDatabaseService system = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
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
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(256))
                // The log is for recovery only, there is nobody to replicate to. By default it grows by 256 MB at once.
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                // Otherwise a stop takes ten seconds, in which nothing happens.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(5));
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
        return ((GraphDatabaseAPI) system)
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
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
