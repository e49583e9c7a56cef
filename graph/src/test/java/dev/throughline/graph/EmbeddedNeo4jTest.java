package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import dev.throughline.model.Scope;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;

final class EmbeddedNeo4jTest {
    private static final Scope ACME = new Scope("github", "acme");

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedInItsDirectory() {
        Path directory = folder.resolve("risk graph");
        Snapshot committed;
        String password;
        try (EmbeddedNeo4j store = EmbeddedNeo4j.at(directory)) {
            committed = store.commit(
                    new Snapshot(ACME, 0, List.of(), "HTTP 403", null), store.lease(ACME, Duration.ofMinutes(1)));
            password = store.password();
            assertThat(store.location()).isEqualTo(directory.toString());
            assertThatThrownBy(() -> EmbeddedNeo4j.at(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the directory " + directory
                            + " is in use by another process, or open in this one already");
        }
        try (EmbeddedNeo4j store = EmbeddedNeo4j.at(directory)) {
            assertThat(store.heads()).containsExactly(committed);
            assertThat(store.password()).isNotEqualTo(password);
            refuses(store, password);
        }
    }

    @Test
    void onlyThePasswordOfThisStartOpensIt() {
        EmbeddedNeo4j store = EmbeddedNeo4j.throwAway();
        Path directory = Path.of(store.location());
        try (store) {
            assertThat(store.boltUri()).startsWith("bolt://localhost:");
            refuses(store, "neo4j");
            refuses(store, "");
            assertThatThrownBy(() -> Neo4jRiskStore.connect(store.boltUri(), AuthTokens.none()))
                    .isInstanceOf(StoreException.class);
            try (RiskStore analyst =
                    Neo4jRiskStore.connect(store.boltUri(), AuthTokens.basic(store.user(), store.password()))) {
                assertThat(analyst.heads()).isEmpty();
            }
            assertThat(directory).isDirectory();
        }
        assertThat(directory).doesNotExist();
        store.close();
    }

    private static void refuses(EmbeddedNeo4j store, String password) {
        assertThatThrownBy(() -> Neo4jRiskStore.connect(store.boltUri(), AuthTokens.basic("neo4j", password)))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("refuses the user or the password");
    }

    @Test
    void saysWhichDirectoryIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> EmbeddedNeo4j.at(file))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot start Neo4j in " + file);
    }

    @Test
    void aSecondProcessIsToldThatTheFirstHasIt() throws Exception {
        Path directory = folder.resolve("graph");
        EmbeddedNeo4j.at(directory).close();
        Process first = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenUntilTold.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("open");

            assertThatThrownBy(() -> EmbeddedNeo4j.at(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the directory " + directory
                            + " is in use by another process, or open in this one already");

            first.outputWriter().close();
            assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            first.destroyForcibly().waitFor();
        }
        try (EmbeddedNeo4j store = EmbeddedNeo4j.at(directory)) {
            assertThat(store.lastSeen(ACME)).isPresent();
        }
    }

    /** Opens a directory until its input ends. */
    static final class OpenUntilTold {
        public static void main(String[] directory) throws IOException {
            try (EmbeddedNeo4j store = EmbeddedNeo4j.at(Path.of(directory[0]))) {
                store.seen(store.lease(ACME, Duration.ofSeconds(1)));
                System.out.println("open");
                System.in.read();
            }
        }
    }

    @Test
    void leavesTheFilesOfOthersAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("thesis.txt"), "x");

        assertThatThrownBy(() -> EmbeddedNeo4j.at(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot start Neo4j in " + folder)
                .hasMessageContaining("there are files in it, but no database");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void takesAnEmptyFileSystem() throws Exception {
        Files.createDirectory(folder.resolve("lost+found"));

        EmbeddedNeo4j.at(folder).close();

        assertThat(folder.resolve("data")).isDirectory();
    }

    @Test
    void saysIfItCannotReadTheDatabase() throws Exception {
        EmbeddedNeo4j.at(folder).close();
        Path store = folder.resolve("data/databases/neo4j/neostore");
        byte[] bytes = Files.readAllBytes(store);
        Arrays.fill(bytes, (byte) 0x5A);
        Files.write(store, bytes);

        assertThatThrownBy(() -> EmbeddedNeo4j.at(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot start Neo4j in " + folder);
        assertThat(Files.readAllBytes(store)).isEqualTo(bytes);
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws Exception {
        Set<Path> before = temporaryFiles();

        EmbeddedNeo4j.throwAway().close();

        assertThat(temporaryFiles()).isSubsetOf(before);
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("(log4j|throughline|neo4j).*"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void saysWhatToAddIfThereIsNoServer() throws Exception {
        List<URL> withoutServer = new ArrayList<>();
        for (String entry : Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
            if (!entry.matches(".*[/\\\\]org[/\\\\]neo4j[/\\\\].*")
                    || entry.matches(".*neo4j-(java-driver|bolt-conn).*")) {
                withoutServer.add(new File(entry).toURI().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(withoutServer.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> embedded = loader.loadClass(EmbeddedNeo4j.class.getName());

            assertThatThrownBy(() -> embedded.getMethod("at", Path.class).invoke(null, folder.resolve("graph")))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageStartingWith(
                            "there is no Neo4j server on the class path: add org.neo4j:neo4j (GPL-3.0)");
        }
    }
}
