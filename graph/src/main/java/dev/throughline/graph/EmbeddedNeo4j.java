package dev.throughline.graph;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.throughline.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.driver.AuthTokens;

/**
 * A store that brings its own Neo4j server and keeps everything in a directory. The server runs in this process, takes
 * some seconds to start, and stops with {@link #close()}.
 *
 * <p>Analysts may connect while it runs, from this machine only: {@link #boltUri()}, {@link #user()}, {@link #password()}.
 * Port and password are new at every start.
 *
 * <p>Needs {@code org.neo4j:neo4j} on the class path, which this library does not bring along, for it is under the GPL,
 * version 3.
 */
public final class EmbeddedNeo4j extends Neo4jRiskStore {
    private final Path directory;
    private final boolean keep;
    private final Neo4jServer server;

    private EmbeddedNeo4j(Path directory, boolean keep, Neo4jServer server) {
        super(open(server.boltUri(), AuthTokens.basic(Neo4jServer.USER, server.password()), Neo4jSettings.defaults()));
        this.directory = directory;
        this.keep = keep;
        this.server = server;
    }

    private static EmbeddedNeo4j open(Path directory, boolean keep) {
        Neo4jServer server = start(directory);
        try {
            return new EmbeddedNeo4j(directory, keep, server);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /**
     * Opens the store in a directory.
     *
     * @param directory the directory; made if there is none, then readable by its owner only
     * @return the store
     * @throws StoreException if another process, or another of these objects, uses the directory; if the server cannot
     *     start; or if it is not on the class path
     */
    public static EmbeddedNeo4j at(Path directory) {
        return open(directory.toAbsolutePath().normalize(), true);
    }

    /**
     * Opens an empty store that is deleted when it is closed.
     *
     * @return the store
     * @throws StoreException if the server cannot start, or is not on the class path
     */
    public static EmbeddedNeo4j throwAway() {
        Path directory = temporaryDirectory();
        try {
            return open(directory, false);
        } catch (RuntimeException e) {
            delete(directory);
            throw e;
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("throughline-");
        } catch (IOException e) {
            throw new StoreException("cannot make a temporary directory: " + e.getMessage(), e);
        }
    }

    private static Neo4jServer start(Path directory) {
        try {
            return Neo4jServer.start(directory);
        } catch (NoClassDefFoundError e) {
            throw new StoreException(
                    "there is no Neo4j server on the class path: add org.neo4j:neo4j (GPL-3.0) 5.26 or connect to a server"
                            + " with Neo4jRiskStore",
                    e);
        }
    }

    /**
     * Where the server listens.
     *
     * @return an address such as {@code bolt://localhost:41873}
     */
    public String boltUri() {
        return server.boltUri();
    }

    /**
     * The only user there is. May do everything.
     *
     * @return the name
     */
    public String user() {
        return Neo4jServer.USER;
    }

    /**
     * The password until the next start.
     *
     * @return the password
     */
    public String password() {
        return server.password();
    }

    /** {@return the directory} */
    @Override
    public String location() {
        return directory.toString();
    }

    @Override
    public void close() {
        super.close();
        server.stop();
        if (!keep && Files.exists(directory)) {
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try {
            MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new StoreException("cannot delete " + directory + ": " + e.getMessage(), e);
        }
    }
}
