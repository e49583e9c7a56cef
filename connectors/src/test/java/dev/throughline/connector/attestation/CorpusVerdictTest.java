package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.io.Resources;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Attestation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts on the real files, under the trusted root of the public instance of Sigstore (target {@code trusted_root.json}
 * of its TUF repository, as {@code @sigstore/tuf} 5.0.1 carries it, Apache-2.0), and a policy that trusts every workflow
 * of GitHub, the delegators of slsa-github-generator for its builders, and the people who signed samples. Each verdict
 * was reviewed by hand.
 */
final class CorpusVerdictTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));
    private static final List<String> FOLDERS = List.of(
            "buildkit",
            "gh-cli-attestation",
            "guac",
            "in-toto-attestation",
            "sigstore-conformance",
            "sigstore-java",
            "sigstore-js",
            "slsa-github-generator",
            "slsa-verifier",
            "tekton-chains");

    private static final String GENERATOR =
            "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/";

    @TempDir
    private Path folder;

    @Test
    void givesEachFileTheVerdictItDeserves() throws IOException {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
        Path root = Files.writeString(folder.resolve("root.json"), resource("sigstore-public-good-root.json"));
        SignaturePolicy policy = SignaturePolicy.of(
                        Signer.identity("https://**", Signing.GITHUB).repository("**"),
                        Signer.identity(GENERATOR + "delegator_*@refs/tags/*", Signing.GITHUB)
                                .repository("**")
                                .builder(GENERATOR + "builder_*@refs/tags/*"),
                        Signer.identity("brian@dehamer.com", "https://github.com/login/oauth")
                                .repository("**"),
                        Signer.identity("untrusted-sa@**", "https://accounts.google.com")
                                .repository("**"))
                .sigstore(root);
        Set<String> verdicts = new TreeSet<>();
        for (Partition partition : AttestationConnector.files(CORPUS, files())
                .trusting(policy)
                .list()
                .partitions()) {
            Collected sink = new Collected();
            read(partition, sink);
            for (Attestation attestation : sink.all(Attestation.class)) {
                verdicts.add(partition.name() + " | " + attestation.signature() + " | " + attestation.verdict());
            }
        }

        String reviewed = resource("verdicts.txt");
        assertThat(String.join("\n", verdicts) + "\n").isEqualTo(reviewed);
    }

    private static String resource(String name) throws IOException {
        return Resources.toString(Resources.getResource(CorpusVerdictTest.class, name), StandardCharsets.UTF_8);
    }

    private static void read(Partition partition, Collected sink) {
        try {
            partition.read(sink);
        } catch (SourceException e) {
            assertThat(e).hasMessageStartingWith(partition.name());
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS)) {
            return all.filter(Files::isRegularFile)
                    .map(CORPUS::relativize)
                    .filter(file -> FOLDERS.contains(file.getName(0).toString()))
                    .toList();
        }
    }
}
