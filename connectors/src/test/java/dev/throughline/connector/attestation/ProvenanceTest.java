package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.model.Attestation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provenance in the versions of SLSA, and as single builders write it. */
final class ProvenanceTest {
    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void readsAGitHubAttestationOutOfItsSigstoreBundle() throws IOException {
        String statement = """
                {
                  "_type": "https://in-toto.io/Statement/v1",
                  "subject": [{"name": "ghcr.io/acme/shop", "digest": {"sha256": "%s"}}],
                  "predicateType": "https://slsa.dev/provenance/v1",
                  "predicate": {
                    "buildDefinition": {
                      "buildType": "https://actions.github.io/buildtypes/workflow/v1",
                      "externalParameters": {
                        "workflow": {
                          "ref": "refs/tags/v1.4.2",
                          "repository": "https://github.com/Acme/Shop",
                          "path": ".github/workflows/release.yml"
                        }
                      },
                      "resolvedDependencies": [
                        {"uri": "pkg:docker/node@20", "digest": {"sha256": "%s"}},
                        {"uri": "git+https://github.com/Acme/Shop@refs/tags/v1.4.2", "digest": {"gitCommit": "%s"}}
                      ]
                    },
                    "runDetails": {
                      "builder": {"id": "https://github.com/actions/runner/github-hosted"},
                      "metadata": {"invocationId": "https://github.com/Acme/Shop/actions/runs/77/attempts/2"}
                    }
                  }
                }
                """.formatted(Statements.DIGEST, "b".repeat(64), Statements.COMMIT);
        read("shop.sigstore.json", Statements.bundle(statement));

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Attestation.class))
                .containsExactly(new Attestation(
                        Statements.key(statement),
                        "https://slsa.dev/provenance/v1",
                        "https://github.com/actions/runner/github-hosted",
                        "github.com/acme/shop",
                        null,
                        Statements.COMMIT,
                        "refs/tags/v1.4.2",
                        ".github/workflows/release.yml",
                        "https://github.com/Acme/Shop/actions/runs/77/attempts/2",
                        SignatureState.UNCHECKED,
                        null,
                        null,
                        "no policy says whose signatures count"));
        assertThat(sink.relations(RelationType.DESCRIBED_BY))
                .containsExactly("image:sha256:" + Statements.DIGEST + " DESCRIBED_BY " + Statements.key(statement));
        assertThat(sink.relations(RelationType.BASED_ON)).isEmpty();
        assertThat(sink.relations(RelationType.PUSHED)).isEmpty();
    }

    @Test
    void readsProvenanceV02AndNamesTheGitHubRunInOneForm() throws IOException {
        String statement = Statements.statement(
                "https://slsa.dev/provenance/v0.2", "ghcr.io/acme/shop", """
                {
                  "builder": {"id": "https://github.com/slsa-framework/slsa-github-generator/x.yml@refs/tags/v2.1.0"},
                  "buildType": "https://github.com/slsa-framework/slsa-github-generator/container@v1",
                  "invocation": {
                    "configSource": {
                      "uri": "git+https://github.com/acme/shop@refs/heads/main",
                      "digest": {"sha1": "%s"},
                      "entryPoint": ".github/workflows/release.yml"
                    },
                    "environment": {"github_run_id": "18873310954", "github_run_attempt": 1, "github_event_payload": {}}
                  },
                  "metadata": {"buildInvocationID": "18873310954-1"}
                }
                """.formatted(Statements.COMMIT));
        read("shop.json", Statements.envelope(statement));

        Attestation attestation = onlyAttestation();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(Statements.COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/heads/main");
        assertThat(attestation.pipelinePath()).isEqualTo(".github/workflows/release.yml");
        assertThat(attestation.invocation())
                .isEqualTo("https://github.com/acme/shop/actions/runs/18873310954/attempts/1");
    }

    @Test
    void readsProvenanceV01OfGoogleCloudBuild() throws IOException {
        String statement = """
                {
                  "_type": "https://in-toto.io/Statement/v0.1",
                  "predicateType": "https://slsa.dev/provenance/v0.1",
                  "subject": [
                    {"name": "https://us-west2-docker.pkg.dev/acme/shop/api:v39", "digest": {"sha256": "%s"}}
                  ],
                  "slsaProvenance": {
                    "builder": {"id": "https://cloudbuild.googleapis.com/GoogleHostedWorker@v0.3"},
                    "materials": [{"uri": "https://github.com/acme/shop", "digest": {"sha1": "%s"}}],
                    "metadata": {"buildInvocationId": "11f6c682-3451-4f72-ac2a-8e386eab66af"},
                    "recipe": {
                      "type": "https://cloudbuild.googleapis.com/CloudBuildYaml@v0.1",
                      "entryPoint": "cloudbuild.yaml",
                      "arguments": {"substitutions": {"TAG_NAME": "v39"}}
                    }
                  }
                }
                """.formatted(Statements.DIGEST, Statements.COMMIT);
        read("describe.json", """
                {"image_summary": {}, "provenance_summary": {"provenance": [{"envelope": %s}]}}
                """.formatted(Statements.envelope(statement)));

        Attestation attestation = onlyAttestation();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(Statements.COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/tags/v39");
        assertThat(attestation.pipelinePath()).isEqualTo("cloudbuild.yaml");
        assertThat(attestation.invocation()).isEqualTo("11f6c682-3451-4f72-ac2a-8e386eab66af");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
    }

    @Test
    void readsAStatementOfBuildKitThatIsWrappedInNothing() throws IOException {
        String statement = Statements.statement("https://slsa.dev/provenance/v0.2", "shop", """
                {
                  "builder": {"id": ""},
                  "buildType": "https://mobyproject.org/buildkit@v1",
                  "materials": [
                    {"uri": "pkg:docker/docker/dockerfile@1", "digest": {"sha256": "%1$s"}},
                    {"uri": "pkg:docker/golang@1.21?platform=linux%%2Famd64", "digest": {"sha256": "%2$s"}},
                    {"uri": "pkg:docker/gcr.io/distroless/static?digest=sha256:%3$s&platform=linux%%2Famd64"},
                    {"uri": "https://github.com/acme/shop.git#refs/heads/main", "digest": {"sha1": "%4$s"}}
                  ],
                  "invocation": {"configSource": {
                    "uri": "https://github.com/acme/shop.git#refs/heads/main", "entryPoint": "Dockerfile"}},
                  "metadata": {"buildInvocationID": "ommxtc3qv65c8aogpjlg4dcxl"}
                }
                """.formatted(
                        "1".repeat(64), "2".repeat(64), "3".repeat(64), Statements.COMMIT));
        read("layer.json", statement);

        Attestation attestation = onlyAttestation();
        assertThat(attestation.key()).isEqualTo(Statements.key(statement));
        assertThat(attestation.signature()).isEqualTo(SignatureState.ABSENT);
        assertThat(attestation.builderId()).isNull();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(Statements.COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/heads/main");
        assertThat(attestation.pipelinePath()).as("a Dockerfile is no pipeline").isNull();
        assertThat(sink.relations(RelationType.BASED_ON))
                .containsExactly(
                        "image:sha256:" + Statements.DIGEST + " BASED_ON image:sha256:" + "2".repeat(64),
                        "image:sha256:" + Statements.DIGEST + " BASED_ON image:sha256:" + "3".repeat(64));
    }

    @Test
    void readsTheSourceOfAContainerBasedBuild() throws IOException {
        read(
                "build.slsa",
                Statements.envelope(Statements.statement(
                        "https://slsa.dev/provenance/v1.0", "config.toml", """
                {
                  "buildDefinition": {
                    "externalParameters": {
                      "source": {"uri": "git+https://github.com/acme/shop@refs/heads/main", "digest": {"sha1": "%s"}}
                    },
                    "internalParameters": {
                      "GITHUB_RUN_ID": 13531731005,
                      "GITHUB_WORKFLOW_REF": "acme/shop/.github/workflows/release.yml@refs/heads/main"
                    }
                  }
                }
                """.formatted(Statements.COMMIT))));

        Attestation attestation = onlyAttestation();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(Statements.COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/heads/main");
        assertThat(attestation.pipelinePath()).isEqualTo(".github/workflows/release.yml");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "sha1, \"'3c7d8f1be2a95c64d8b7a3c2e1f09d8c7b6a5e4f'\"",
                "sha1, 3C7D8F1BE2A95C64D8B7A3C2E1F09D8C7B6A5E4F",
                "sha256, 3c7d8f1be2a95c64d8b7a3c2e1f09d8c7b6a5e4f",
                "gitCommit, 3c7d8f1be2a95c64d8b7a3c2e1f09d8c7b6a5e4f"
            })
    void toleratesHowBuildersWriteACommit(String algorithm, String sha) throws IOException {
        read("a.json", Statements.envelope(withConfigSource("https://github.com/acme/shop", algorithm, sha)));

        assertThat(onlyAttestation().sourceRevision()).isEqualTo(Statements.COMMIT);
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void doesNotTakeAnAbbreviatedCommit() throws IOException {
        read("a.json", Statements.envelope(withConfigSource("https://github.com/acme/shop", "sha1", "3c7d8f1")));

        assertThat(onlyAttestation().sourceRevision()).isNull();
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("a.json /payload/predicate/invocation/configSource/digest/sha1:"
                        + " not the full name of a commit");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/Acme/Shop.git, github.com/acme/shop",
        "git@github.com:acme/shop.git, github.com/acme/shop",
        "https://acme@dev.azure.com/acme/web/_git/shop, dev.azure.com/acme/web/shop",
        "gs://acme_cloudbuild/source/1663.tgz#1663616635134845, gs://acme_cloudbuild/source/1663.tgz",
        "gs://acme/source/1663.tgz, gs://acme/source/1663.tgz",
        "https://user:EXAMPLE-token@example.com?sig=EXAMPLE, https://example.com",
        "https://example.com/%zz?sig=EXAMPLE\\nEXAMPLE, https://example.com/%zz"
    })
    void bringsTheSourceToOneFormAndKeepsNoCredentials(String uri, String repository) throws IOException {
        read("a.json", Statements.envelope(withConfigSource(uri, "sha1", Statements.COMMIT)));

        assertThat(onlyAttestation().sourceRepository()).isEqualTo(repository);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    v1   | {"buildDefinition": {"internalParameters": {"github": {"repository_id": "41881900"}}}}
                    v0.2 | {"invocation": {"environment": {"github_repository_id": 41881900}}}
                    """)
    void readsTheIdThatGitHubGaveTheRepository(String version, String predicate) throws IOException {
        read(
                "provenance.json",
                Statements.envelope(Statements.statement(
                        "https://slsa.dev/provenance/" + version, "ghcr.io/acme/shop", predicate)));

        assertThat(onlyAttestation().sourceRepositoryId()).isEqualTo("41881900");
    }

    private Completeness read(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return partition(AttestationConnector.files(folder, List.of(Path.of(name))))
                .read(sink);
    }

    private static Partition partition(AttestationConnector connector) {
        return connector.list().partitions().get(0);
    }

    private Attestation onlyAttestation() {
        assertThat(sink.all(Attestation.class)).hasSize(1);
        return sink.all(Attestation.class).get(0);
    }

    private static String withConfigSource(String uri, String algorithm, String sha) {
        return Statements.statement(
                "https://slsa.dev/provenance/v0.2", "shop", """
                {"invocation": {"configSource": {"uri": "%s", "digest": {"%s": "%s"}}}}
                """.formatted(uri, algorithm, sha.replace("\"", "\\\"")));
    }
}
