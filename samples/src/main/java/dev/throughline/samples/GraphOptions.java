package dev.throughline.samples;

import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.graph.Neo4jRiskStore;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which graph a command works on: one in a directory, with its own Neo4j, or one in a server. */
final class GraphOptions {
    private static final Path DEFAULT_DIRECTORY = Path.of("risk-graph");

    /** Kept, for the log manager forgets what nobody holds. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.neo4j.driver");

    static {
        DRIVER_LOG.setLevel(Level.WARNING);
    }

    private final Opener opener;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--graph",
            paramLabel = "DIR",
            description = "Directory with the graph, which brings its own Neo4j. Default: risk-graph")
    private @Nullable Path directory;

    @Option(
            names = "--uri",
            paramLabel = "URI",
            description = "Address of a Neo4j server to use instead, such as neo4j+s://graph.example.com")
    private @Nullable String uri;

    @Option(names = "--user", paramLabel = "NAME", description = "User of the server. Default: neo4j")
    private String user = "neo4j";

    @Option(
            names = "--password-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the password of the user. Default: NEO4J_PASSWORD")
    private String passwordVariable = "NEO4J_PASSWORD";

    GraphOptions(Opener opener) {
        this.opener = opener;
    }

    /** Opens the store that options name. */
    interface Opener {
        /**
         * Opens a store.
         *
         * @param options name it
         * @param mayCreate whether an empty one is made if there is none
         */
        RiskStore open(GraphOptions options, boolean mayCreate);
    }

    boolean isServer() {
        return uri != null;
    }

    /** Works in another directory than the default, unless options name a graph. */
    void orElseIn(Supplier<Path> other) {
        if (directory == null && uri == null) {
            directory = other.get();
        }
    }

    /** Opens the graph, or makes an empty one. */
    RiskStore create() {
        return opener.open(this, true);
    }

    /**
     * Opens a graph that something was read into. An empty one must not look like "no risk".
     *
     * @throws StoreException if there is none
     */
    RiskStore open() {
        RiskStore store = opener.open(this, false);
        if (store.heads().isEmpty()) {
            String location = store.location();
            store.close();
            throw new StoreException("nothing was read into the graph at " + location + " yet: run ingest first", null);
        }
        return store;
    }

    /** Opens the store of a directory or server. */
    static RiskStore open(GraphOptions options, boolean mayCreate) {
        if (options.uri != null) {
            return connect(options, options.uri);
        }
        Path place = Objects.requireNonNullElse(options.directory, DEFAULT_DIRECTORY);
        if (!mayCreate && !Files.isDirectory(place)) {
            throw new StoreException(
                    "there is no graph at " + place + ": run ingest first, or name another with --graph", null);
        }
        return EmbeddedNeo4j.at(place);
    }

    private static RiskStore connect(GraphOptions options, String uri) {
        try {
            return Neo4jRiskStore.connect(uri, options.auth());
        } catch (IllegalArgumentException e) {
            throw options.misused(String.valueOf(e.getMessage()));
        }
    }

    /** Connects to the server behind a store that these options opened. */
    Driver driver(RiskStore store) {
        if (store instanceof EmbeddedNeo4j embedded) {
            return GraphDatabase.driver(embedded.boltUri(), AuthTokens.basic(embedded.user(), embedded.password()));
        }
        return GraphDatabase.driver(Objects.requireNonNull(uri), auth());
    }

    private AuthToken auth() {
        String password = System.getenv(passwordVariable);
        if (password == null) {
            throw misused("the environment variable " + passwordVariable + " is not set; it must hold the password of "
                    + user);
        }
        return AuthTokens.basic(user, password);
    }

    private ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }
}
