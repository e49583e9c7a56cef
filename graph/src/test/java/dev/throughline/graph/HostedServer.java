package dev.throughline.graph;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;

/** A server in a process of its own, which keeps everything in a directory. */
final class HostedServer implements AutoCloseable {
    private static final String READY = "ready ";

    private final ChildJvm process;
    private final String boltUri;
    private final AuthToken auth;
    private final Driver analyst;

    @SuppressWarnings("deprecation") // nothing else keeps it quiet
    private HostedServer(ChildJvm process, String boltUri, AuthToken auth) {
        this.process = process;
        this.boltUri = boltUri;
        this.auth = auth;
        this.analyst = GraphDatabase.driver(
                boltUri, auth, Config.builder().withLogging(Logging.none()).build());
    }

    static HostedServer start(Path directory) throws IOException {
        ChildJvm process = ChildJvm.start(HostedServer.class, directory.toString());
        StringBuilder printed = new StringBuilder();
        for (String line; (line = process.line()) != null; printed.append(line).append('\n')) {
            if (line.startsWith(READY)) {
                List<String> words = Splitter.on(' ').splitToList(line);
                return new HostedServer(process, words.get(1), AuthTokens.basic(words.get(2), words.get(3)));
            }
        }
        throw new AssertionError("the server does not start: " + printed);
    }

    /** Takes the directory; prints where the server is, and ends with the process that started it. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedNeo4j store = EmbeddedNeo4j.at(Path.of(arguments[0]));
        System.out.println(READY + store.boltUri() + " " + store.user() + " " + store.password());
        System.out.flush();
        int end = System.in.read();
        Runtime.getRuntime().halt(end);
    }

    String boltUri() {
        return boltUri;
    }

    AuthToken auth() {
        return auth;
    }

    List<Record> query(String cypher, Map<String, Object> parameters) {
        return analyst.executableQuery(cypher)
                .withParameters(parameters)
                .execute()
                .records();
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    /** {@return 137 when it has been killed} */
    int exitCode() {
        return process.exitCode();
    }

    @Override
    public void close() {
        analyst.close();
        process.close();
    }
}
