package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
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
    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void readsEachAttestationOfAListAndRejectsTheOneThatIsNone() throws IOException {
        Completeness completeness = read(
                "answer.json", """
                {"attestations": [
                  {"predicateType": "x", "bundle": %s},
                  {"repository_id": 7, "bundle": null, "bundle_url": "https://storage.example/1"},
                  {"repository_id": 7, "bundle": %s}
                ]}
                """.formatted(Statements.bundle(verdict("one")), Statements.bundle(verdict("two"))));

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
                        Statements.envelope(verdict("one")),
                        "{\"payload\": ",
                        "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"%%%\"}",
                        Statements.bundle(verdict("two")),
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
        read("a.json", Statements.envelope(statement));
        read(
                "b.json",
                Statements.envelope(statement).replace(Base64.getEncoder().encodeToString(bytes), url));

        assertThat(url).containsAnyOf("-", "_");
        assertThat(sink.all(Attestation.class)).hasSize(2).allMatch(a -> a.key().equals(Statements.key(statement)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[{\"keyid\": \"\", \"sig\": \"\"}]", "[{\"keyid\": \"x\"}]"})
    void anEnvelopeWithoutASignatureIsUnsigned(String signatures) throws IOException {
        read(
                "a.json",
                Statements.envelope(verdict("one"))
                        .replaceFirst("\"signatures\": .*]", "\"signatures\": " + signatures));

        assertThat(onlyAttestation().signature()).isEqualTo(SignatureState.ABSENT);
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
        read("a.json", Statements.envelope(verdict(name)));

        assertThat(sink.all(Attestation.class)).hasSize(1);
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(image ? 1 : 0);
    }

    @Test
    void aBadSubjectDoesNotSpoilTheOthers() throws IOException {
        String subjects = """
                [{"name": "ghcr.io/acme/a", "digest": {"sha256": "short"}},
                 {"name": "ghcr.io/acme/b", "digest": {"sha512": "%s"}},
                 {"name": "ghcr.io/acme/c", "digest": {"sha256": "%s"}}]""".formatted("c".repeat(128), Statements.DIGEST);
        read("a.json", Statements.envelope(verdict("x").replaceFirst("\\[\\{.*}]", subjects.replace("\n", " "))));

        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("a.json /payload/subject/0/digest/sha256: not 64 hex digits");
    }

    @Test
    void keepsOfOtherPredicatesOnlyTheirType() throws IOException {
        String statement = Statements.statement("https://slsa.dev/verification_summary/v1", "ghcr.io/acme/shop", """
                {"verificationResult": "PASSED", "builder": {"id": "not provenance"}, "buildDefinition": "not either"}
                """);
        read("vsa.json", Statements.envelope(statement));

        assertThat(onlyAttestation())
                .isEqualTo(new Attestation(
                        Statements.key(statement),
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
        String statement =
                Statements.statement("https://example.com/v1", "x", "{\"x\": \"" + "x".repeat(16 << 20) + "\"}");
        Completeness completeness = read("a.jsonl", Statements.envelope(statement));

        assertThat(completeness).isInstanceOf(Completeness.Failed.class);
        assertThat(sink.rejections()).singleElement().asString().startsWith("a.jsonl /0: ");
    }

    @Test
    void namesPartitionsByTheirPathAndTheScopeByTheFolder() throws IOException {
        Files.createDirectories(folder.resolve("builds/shop"));
        Files.writeString(folder.resolve("builds/shop/1.json"), Statements.envelope(verdict("one")));
        Files.writeString(folder.resolve("builds/2.json"), Statements.envelope(verdict("two")));

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

    /** A statement of no provenance. */
    private static String verdict(String subject) {
        return Statements.statement("https://example.com/verdict/v1", subject, "{}");
    }
}
