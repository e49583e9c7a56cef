package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Attestation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttestationConnectorTest {
    private static final String IMAGE = "a".repeat(64);
    private static final String COMMIT = "3c7d8f1be2a95c64d8b7a3c2e1f09d8c7b6a5e4f";

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
                """.formatted(IMAGE, "b".repeat(64), COMMIT);
        read("shop.sigstore.json", bundle(statement));

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Attestation.class))
                .containsExactly(new Attestation(
                        key(statement),
                        "https://slsa.dev/provenance/v1",
                        "https://github.com/actions/runner/github-hosted",
                        "github.com/acme/shop",
                        null,
                        COMMIT,
                        "refs/tags/v1.4.2",
                        ".github/workflows/release.yml",
                        "https://github.com/Acme/Shop/actions/runs/77/attempts/2",
                        SignatureState.UNCHECKED,
                        null,
                        null,
                        "no policy says whose signatures count"));
        assertThat(sink.relations(RelationType.DESCRIBED_BY))
                .containsExactly("image:sha256:" + IMAGE + " DESCRIBED_BY " + key(statement));
        assertThat(sink.relations(RelationType.BASED_ON)).isEmpty();
        assertThat(sink.relations(RelationType.PUSHED)).isEmpty();
    }

    @Test
    void readsProvenanceV02AndNamesTheGitHubRunInOneForm() throws IOException {
        String statement = statement("https://slsa.dev/provenance/v0.2", "ghcr.io/acme/shop", """
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
                """.formatted(COMMIT));
        read("shop.json", envelope(statement));

        Attestation attestation = onlyAttestation();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(COMMIT);
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
                """.formatted(IMAGE, COMMIT);
        read("describe.json", """
                {"image_summary": {}, "provenance_summary": {"provenance": [{"envelope": %s}]}}
                """.formatted(envelope(statement)));

        Attestation attestation = onlyAttestation();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/tags/v39");
        assertThat(attestation.pipelinePath()).isEqualTo("cloudbuild.yaml");
        assertThat(attestation.invocation()).isEqualTo("11f6c682-3451-4f72-ac2a-8e386eab66af");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
    }

    @Test
    void readsAStatementOfBuildKitThatIsWrappedInNothing() throws IOException {
        String statement = statement("https://slsa.dev/provenance/v0.2", "shop", """
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
                        "1".repeat(64), "2".repeat(64), "3".repeat(64), COMMIT));
        read("layer.json", statement);

        Attestation attestation = onlyAttestation();
        assertThat(attestation.key()).isEqualTo(key(statement));
        assertThat(attestation.signature()).isEqualTo(SignatureState.ABSENT);
        assertThat(attestation.builderId()).isNull();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/heads/main");
        assertThat(attestation.pipelinePath()).as("a Dockerfile is no pipeline").isNull();
        assertThat(sink.relations(RelationType.BASED_ON))
                .containsExactly(
                        "image:sha256:" + IMAGE + " BASED_ON image:sha256:" + "2".repeat(64),
                        "image:sha256:" + IMAGE + " BASED_ON image:sha256:" + "3".repeat(64));
    }

    @Test
    void readsTheSourceOfAContainerBasedBuild() throws IOException {
        read("build.slsa", envelope(statement("https://slsa.dev/provenance/v1.0", "config.toml", """
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
                """.formatted(
                        COMMIT))));

        Attestation attestation = onlyAttestation();
        assertThat(attestation.sourceRepository()).isEqualTo("github.com/acme/shop");
        assertThat(attestation.sourceRevision()).isEqualTo(COMMIT);
        assertThat(attestation.sourceRef()).isEqualTo("refs/heads/main");
        assertThat(attestation.pipelinePath()).isEqualTo(".github/workflows/release.yml");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).isEmpty();
    }

    @Test
    void readsEachAttestationOfAListAndRejectsTheOneThatIsNone() throws IOException {
        Completeness completeness = read("answer.json", """
                {"attestations": [
                  {"predicateType": "x", "bundle": %s},
                  {"repository_id": 7, "bundle": null, "bundle_url": "https://storage.example/1"},
                  {"repository_id": 7, "bundle": %s}
                ]}
                """.formatted(bundle(verdict("one")), bundle(verdict("two"))));

        assertThat(completeness).isEqualTo(Completeness.complete());
        assertThat(sink.all(Attestation.class)).hasSize(2);
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("answer.json /attestations/1/bundle: neither an in-toto statement nor a DSSE envelope,"
                        + " a Sigstore bundle or a list of them");
    }

    @Test
    void readsJsonLinesAndGoesOnBehindABadLine() throws IOException {
        Completeness completeness = read(
                "all.jsonl",
                String.join(
                        "\n",
                        envelope(verdict("one")),
                        "{\"payload\": ",
                        "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"%%%\"}",
                        bundle(verdict("two")),
                        verdict("three").replace("\n", "")));

        assertThat(completeness).isEqualTo(Completeness.complete());
        assertThat(sink.all(Attestation.class)).hasSize(3);
        assertThat(sink.rejections().stream().map(Object::toString))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("all.jsonl /1: "),
                        second -> assertThat(second).isEqualTo("all.jsonl /2/payload: not base64"));
    }

    @Test
    void namesAStatementByTheBytesThatWereSignedInEitherAlphabetOfBase64() throws IOException {
        String statement = verdict("ghcr.io/acme/shøp?>~~~");
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        read("a.json", envelope(statement));
        read("b.json", envelope(statement).replace(Base64.getEncoder().encodeToString(bytes), url));

        assertThat(url).containsAnyOf("-", "_");
        assertThat(sink.all(Attestation.class)).hasSize(2).allMatch(a -> a.key().equals(key(statement)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[{\"keyid\": \"\", \"sig\": \"\"}]", "[{\"keyid\": \"x\"}]"})
    void anEnvelopeWithoutASignatureIsUnsigned(String signatures) throws IOException {
        read("a.json", envelope(verdict("one")).replaceFirst("\"signatures\": .*]", "\"signatures\": " + signatures));

        assertThat(onlyAttestation().signature()).isEqualTo(SignatureState.ABSENT);
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
        read("a.json", envelope(withConfigSource("https://github.com/acme/shop", algorithm, sha)));

        assertThat(onlyAttestation().sourceRevision()).isEqualTo(COMMIT);
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void doesNotTakeAnAbbreviatedCommit() throws IOException {
        read("a.json", envelope(withConfigSource("https://github.com/acme/shop", "sha1", "3c7d8f1")));

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
        read("a.json", envelope(withConfigSource(uri, "sha1", COMMIT)));

        assertThat(onlyAttestation().sourceRepository()).isEqualTo(repository);
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io/acme/shop, true",
        "index.docker.io/acme/shop, true",
        "ttl.sh/b46737a24c11fd47c240f357a558be31/example-sample, true",
        "localhost:5000/shop, true",
        "https://us-west2-docker.pkg.dev/acme/shop/api:latest, true",
        "pkg:docker/acme/shop@1.4.2?platform=linux%2Famd64, true",
        "pkg:oci/shop?repository_url=ghcr.io%2Facme%2Fshop, true",
        "pkg:npm/sigstore@2.1.0, false",
        "shop-1.4.2.tar.gz, false",
        "dist/shop.whl, false",
        "./dist/shop, false",
        "v1.2/shop, false",
        "/mnt/vss/_work/1/a/kubectl, false",
        "gs://acme.example/kubectl, false",
        "_, false"
    })
    void takesASubjectForAnImageOnlyIfItsNameSaysSo(String name, boolean image) throws IOException {
        read("a.json", envelope(verdict(name)));

        assertThat(sink.all(Attestation.class)).hasSize(1);
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(image ? 1 : 0);
    }

    @Test
    void aBadSubjectDoesNotSpoilTheOthers() throws IOException {
        String subjects = """
                [{"name": "ghcr.io/acme/a", "digest": {"sha256": "short"}},
                 {"name": "ghcr.io/acme/b", "digest": {"sha512": "%s"}},
                 {"name": "ghcr.io/acme/c", "digest": {"sha256": "%s"}}]""".formatted("c".repeat(128), IMAGE);
        read("a.json", envelope(verdict("x").replaceFirst("\\[\\{.*}]", subjects.replace("\n", " "))));

        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("a.json /payload/subject/0/digest/sha256: not 64 hex digits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    v1   | {"buildDefinition": {"internalParameters": {"github": {"repository_id": "41881900"}}}}
                    v0.2 | {"invocation": {"environment": {"github_repository_id": 41881900}}}
                    """)
    void readsTheIdThatGitHubGaveTheRepository(String version, String predicate) throws IOException {
        read(
                "provenance.json",
                envelope(statement("https://slsa.dev/provenance/" + version, "ghcr.io/acme/shop", predicate)));

        assertThat(onlyAttestation().sourceRepositoryId()).isEqualTo("41881900");
    }

    @Test
    void keepsOfOtherPredicatesOnlyTheirType() throws IOException {
        String statement = statement("https://slsa.dev/verification_summary/v1", "ghcr.io/acme/shop", """
                {"verificationResult": "PASSED", "builder": {"id": "not provenance"}, "buildDefinition": "not either"}
                """);
        read("vsa.json", envelope(statement));

        assertThat(onlyAttestation())
                .isEqualTo(new Attestation(
                        key(statement),
                        "https://slsa.dev/verification_summary/v1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        SignatureState.UNCHECKED,
                        null,
                        null,
                        "no policy says whose signatures count"));
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|a.json: neither an in-toto statement",
                "[]|a.json: expected an object, found array",
                "{\"attestations\": {}}|a.json /attestations: expected an array, found object",
                "{\"messageSignature\": {}}|a.json: a bundle that signs a blob and holds no statement",
                "{\"_type\": \"https://in-toto.io/Link/v1\"}|a.json /_type: 'https://in-toto.io/Link/v1' is no in-toto",
                "{\"payload\": \"e30=\", \"payloadType\": \"text/plain\"}|a.json /payloadType: 'text/plain' is not",
                "{\"payload\": \"e30=\", \"payloadType\": \"application/vnd.in-toto+json\"}"
                        + "|a.json /payload/_type: this field is required",
                "{\"payload\": \"e30\", \"payloadType\": \"application/vnd.in-toto+json\"}"
                        + "|a.json /payload/_type: this field is required",
                "{\"payload\": \"ew==\", \"payloadType\": \"application/vnd.in-toto+json\"}"
                        + "|a.json /payload: the statement in it 1:",
                "{\"dsseEnvelope\": []}|a.json /dsseEnvelope: expected an object, found array"
            })
    void aFileNothingCanBeReadFromFails(String document, String reason) throws IOException {
        Completeness completeness = read("a.json", document);

        assertThat(completeness).isInstanceOf(Completeness.Failed.class);
        assertThat(((Completeness.Failed) completeness).reason()).startsWith(reason);
        assertThat(sink.facts()).isEmpty();
    }

    @Test
    void anEmptyListIsASoundAnswer() throws IOException {
        assertThat(read("a.json", "{\"attestations\": []}")).isEqualTo(Completeness.complete());
    }

    @Test
    void aFileThatIsNoJsonOrTooLargeFailsWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"payload\": }");
        AttestationConnector connector = AttestationConnector.files(folder);

        assertThatThrownBy(() -> partition(connector).read(sink))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("a.json 1:");
        assertThatThrownBy(() -> partition(connector.maxFileSize(5)).read(sink))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("larger than 5 bytes");
    }

    @Test
    void aStatementBeyondItsLimitIsRefused() throws IOException {
        String statement = statement("https://example.com/v1", "x", "{\"x\": \"" + "x".repeat(16 << 20) + "\"}");
        Completeness completeness = read("a.jsonl", envelope(statement));

        assertThat(completeness).isInstanceOf(Completeness.Failed.class);
        assertThat(sink.rejections()).singleElement().asString().startsWith("a.jsonl /0: ");
    }

    @Test
    void namesPartitionsByTheirPathAndTheScopeByTheFolder() throws IOException {
        Files.createDirectories(folder.resolve("builds/shop"));
        Files.writeString(folder.resolve("builds/shop/1.json"), envelope(verdict("one")));
        Files.writeString(folder.resolve("builds/2.json"), envelope(verdict("two")));

        AttestationConnector connector = AttestationConnector.files(folder.resolve("builds"));
        assertThat(connector.scope()).hasToString("attestations:builds");
        assertThat(connector.named("ci").scope()).hasToString("attestations:ci");
        assertThat(connector.list().partitions()).extracting(Partition::name).containsExactly("2.json", "shop/1.json");
        assertThat(AttestationConnector.files(folder, List.of(Path.of("builds/2.json")))
                        .list()
                        .partitions())
                .extracting(Partition::name)
                .containsExactly("builds/2.json");
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

    private static AssetKey key(String statement) {
        return new AssetKey("attestation:sha256:" + Hashing.sha256().hashString(statement, StandardCharsets.UTF_8));
    }

    /** A statement of no provenance. */
    private static String verdict(String subject) {
        return statement("https://example.com/verdict/v1", subject, "{}");
    }

    private static String withConfigSource(String uri, String algorithm, String sha) {
        return statement(
                "https://slsa.dev/provenance/v0.2", "shop", """
                {"invocation": {"configSource": {"uri": "%s", "digest": {"%s": "%s"}}}}
                """.formatted(uri, algorithm, sha.replace("\"", "\\\"")));
    }

    private static String statement(String predicateType, String subject, String predicate) {
        return """
                {
                  "_type": "https://in-toto.io/Statement/v0.1",
                  "predicateType": "%s",
                  "subject": [{"name": "%s", "digest": {"sha256": "%s"}}],
                  "predicate": %s}
                """.formatted(predicateType, subject, IMAGE, predicate);
    }

    private static String envelope(String statement) {
        String payload = Base64.getEncoder().encodeToString(statement.getBytes(StandardCharsets.UTF_8));
        return "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"" + payload
                + "\", \"signatures\": [{\"keyid\": \"\", \"sig\": \"MEUCIQ==\"}]}";
    }

    private static String bundle(String statement) {
        return "{\"mediaType\": \"application/vnd.dev.sigstore.bundle.v0.3+json\", \"verificationMaterial\": {},"
                + " \"dsseEnvelope\": " + envelope(statement) + "}";
    }
}
