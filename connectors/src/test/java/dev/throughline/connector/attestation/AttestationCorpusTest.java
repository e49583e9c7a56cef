package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Attestation;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Real files of many builders and tools. */
final class AttestationCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    /** Holds a statement, but no JSON, or an empty predicate type. */
    private static final Set<String> BROKEN = Set.of(
            "slsa-verifier/valid.intoto.sigstore",
            "tekton-chains/test/testdata/slsa/v2alpha4/pipeline-output-image.json",
            "tekton-chains/test/testdata/slsa/v2alpha4/task-output-image.json");

    @Test
    void everyRealFileIsReadOrRefusedWithFileAndPlace() throws IOException {
        List<Path> files = filesOfKinds("slsa-provenance", "sigstore-bundle", "oci-layout+provenance");

        for (Partition partition :
                AttestationConnector.files(CORPUS, files).list().partitions()) {
            String name = partition.name();
            Collected sink = new Collected();
            String failure = failure(partition, sink);

            assertThat(sink.rejections())
                    .allMatch(rejection -> rejection.source().equals(name));
            if (holdsStatement(name) && !BROKEN.contains(name)) {
                assertThat(failure).as(name).isNull();
                assertThat(sink.rejections()).isEmpty();
                assertThat(sink.all(Attestation.class)).as(name).isNotEmpty();
            } else {
                assertThat(failure).as(name).startsWith(name);
                assertThat(sink.facts()).as(name).isEmpty();
            }
        }
    }

    private static boolean holdsStatement(String name) throws IOException {
        String content = Files.readString(CORPUS.resolve(name));
        return content.contains("\"payload\"") || content.contains("https://in-toto.io/Statement/");
    }

    /** The file as plain JSON, walked without anything of the connector. */
    @Test
    void findsAsManyStatementsAsAPlainSearchOfEachWrapping() throws IOException {
        for (String file : List.of(
                "gh-cli-attestation/sigstore-js-2.1.0-bundle.json",
                "slsa-verifier/annotated-tag.intoto.jsonl",
                "slsa-verifier/npm_gha_provenance-npm-test-cli-v1-prega.tgz.json",
                "slsa-verifier/gcb_container_v0.3_gcloud-container-multiple-provenance-2ndvalid.json",
                "buildkit/docs-slsa-provenance-01.json")) {
            assumeThat(CORPUS.resolve(file)).as("the corpus of real files").exists();
            Set<String> expected = new TreeSet<>();
            JsonNode document = new ObjectMapper().readTree(CORPUS.resolve(file).toFile());
            document.findValuesAsText("payload")
                    .forEach(payload -> expected.add(Hashing.sha256()
                            .hashBytes(Base64.getDecoder().decode(payload))
                            .toString()));
            if (document.has("_type")) {
                expected.add(Hashing.sha256()
                        .hashBytes(Files.readAllBytes(CORPUS.resolve(file)))
                        .toString());
            }

            Collected sink = new Collected();
            AttestationConnector.files(CORPUS, List.of(Path.of(file)))
                    .list()
                    .partitions()
                    .get(0)
                    .read(sink);

            assertThat(sink.all(Attestation.class))
                    .as(file)
                    .extracting(attestation -> attestation.key().value())
                    .containsOnly(
                            expected.stream().map(hash -> "sha256:" + hash).toArray(String[]::new));
        }
    }

    @Test
    void followsAnImageFromItsIndexAndItsManifestToOneCommit() {
        Path layout = CORPUS.resolve("slsa-verifier/oci/v1.10.0/container_workflow_dispatch/blobs/sha256");
        assumeThat(layout).as("the corpus of real files").exists();
        Collected sink = new Collected();
        for (Partition partition : AttestationConnector.files(layout).list().partitions()) {
            failure(partition, sink);
        }

        assertThat(sink.all(Attestation.class)).hasSize(2).allSatisfy(attestation -> {
            assertThat(attestation.sourceRepository()).isEqualTo("github.com/slsa-framework/example-package");
            assertThat(attestation.sourceRevision()).isEqualTo("d37a7f740ee7404914456f24dcd90e865a0509e8");
        });
        // The statement of BuildKit is the blob itself, so its key is the digest of the layer.
        assertThat(sink.relations(RelationType.DESCRIBED_BY))
                .hasSize(2)
                .anyMatch(described -> described.startsWith("image:sha256:e0a0a765d690a5104331cfbac88ebbbf"))
                .contains("image:sha256:ae01bed04d3f41efa80182824a50345cd1430f4d1a9308eda4369122bd94c85e DESCRIBED_BY"
                        + " attestation:sha256:c1944d4717b644d2c7e1eccab4cc6e963cefbe288d75b7f7c3dfee4f4a894406");
        assertThat(sink.relations(RelationType.BASED_ON)).hasSize(2);
    }

    private static String failure(Partition partition, Collected sink) {
        try {
            return partition.read(sink) instanceof Completeness.Failed failed ? failed.reason() : null;
        } catch (SourceException e) {
            return e.getMessage();
        }
    }

    private static List<Path> filesOfKinds(String... kinds) throws IOException {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
        List<Path> files = new ArrayList<>();
        String kind = "";
        for (String line : Files.readAllLines(CORPUS.resolve("MANIFEST.md"))) {
            if (line.startsWith("## ")) {
                kind = line.substring(3).strip();
            } else if (line.startsWith("- `") && List.of(kinds).contains(kind)) {
                files.add(Path.of(line.substring(3, line.indexOf('`', 3))));
            }
        }
        return files;
    }
}
