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
 * Verdicts on the real files, under a policy that trusts every workflow of GitHub. No public trusted root is at hand
 * without the network, so none of them can be verified; what each is refused or left unchecked for was reviewed by hand.
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

    @TempDir
    private Path folder;

    @Test
    void givesEachFileTheVerdictItDeserves() throws IOException {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
        Path root = Files.writeString(folder.resolve("root.json"), Trusted.SIGSTORE.trustedRoot());
        SignaturePolicy policy = SignaturePolicy.of(
                        Signer.identity("**", Signing.GITHUB).repository("**"))
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

        String reviewed = Resources.toString(
                Resources.getResource(CorpusVerdictTest.class, "verdicts.txt"), StandardCharsets.UTF_8);
        assertThat(String.join("\n", verdicts) + "\n").isEqualTo(reviewed);
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
