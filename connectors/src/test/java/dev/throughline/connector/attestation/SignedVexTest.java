package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.vex.VexConnector;
import dev.throughline.fact.Completeness;
import dev.throughline.model.Attestation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import dev.throughline.model.VexStatement;
import dev.throughline.model.VexStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenVEX as the predicate of an attestation. */
final class SignedVexTest {
    private static final String DOCUMENT = """
        {
          "@context": "https://openvex.dev/ns/v0.2.0",
          "@id": "https://acme.example/vex/2026-7",
          "author": "Acme",
          "timestamp": "2026-10-01T08:00:00Z",
          "version": 1,
          "statements": [
            {
              "vulnerability": {"name": "CVE-2024-3094"},
              "products": [{"@id": "pkg:oci/shop@sha256:%s"}],
              "status": "not_affected",
              "justification": "component_not_present"
            },
            {"vulnerability": {"name": "CVE-2024-0001"}, "status": "fixed"}
          ]
        }
        """.formatted(Statements.DIGEST);

    private static final String STATEMENT = """
        {
          "_type": "https://in-toto.io/Statement/v1",
          "subject": [{"name": "ghcr.io/acme/shop", "digest": {"sha256": "%s"}}],
          "predicateType": "https://openvex.dev/ns",
          "predicate": %s
        }
        """.formatted(Statements.DIGEST, DOCUMENT);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void saysWhoSignedWhatWasVerified() throws IOException {
        assertThat(read(KeyForgeries.envelope(STATEMENT, signature(STATEMENT), "")))
                .isEqualTo(Completeness.complete());

        VexStatement said = said();
        assertThat(said.status()).isEqualTo(VexStatus.NOT_AFFECTED);
        assertThat(said.document()).isEqualTo("https://acme.example/vex/2026-7");
        assertThat(said.statedAt()).isEqualTo(Instant.parse("2026-10-01T08:00:00Z"));
        assertThat(said.signature()).isEqualTo(SignatureState.VERIFIED);
        assertThat(said.signer()).isEqualTo(sink.all(Attestation.class).get(0).signer());
        assertThat(said.text()).startsWith("not affected (component_not_present), says Acme, signed by ");
        assertThat(sink.relations(RelationType.APPLIES_TO))
                .containsExactly(said.key().text() + " APPLIES_TO image:sha256:" + Statements.DIGEST);
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
    }

    @Test
    void saysThatASignatureDoesNotHold() throws IOException {
        read(KeyForgeries.envelope(STATEMENT, signature(STATEMENT + " "), ""));

        assertThat(said().signature()).isEqualTo(SignatureState.INVALID);
        assertThat(said().text()).endsWith("with a signature that does not hold");
    }

    @Test
    void isUnsignedWhereTheStatementStandsAlone() throws IOException {
        read(STATEMENT);

        assertThat(said().text()).endsWith(", unsigned");
    }

    @Test
    void aStatementThatNamesNoProductIsRejectedAndTheOthersStay() throws IOException {
        read(STATEMENT);

        assertThat(sink.rejections())
                .singleElement()
                .hasToString("vex.json /predicate/statements/1/products: it names no product");
    }

    @Test
    void itIsTheSameStatementAsInAFileOfItsOwn() throws IOException {
        read(STATEMENT);
        VexStatement attested = said();
        Path file = Files.writeString(folder.resolve("acme.openvex.json"), DOCUMENT);
        Collected plain = new Collected();

        VexConnector.files(file).list().partitions().get(0).read(plain);

        assertThat(plain.all(VexStatement.class)).containsExactly(attested);
    }

    private static String signature(String statement) {
        return KeyForgeries.sign(Trusted.KEY, KeyForgeries.TYPE, statement);
    }

    private VexStatement said() {
        return sink.all(VexStatement.class).get(0);
    }

    private Completeness read(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("vex.json"), document);
        return AttestationConnector.files(file)
                .trusting(Trusted.policy(folder))
                .list()
                .partitions()
                .get(0)
                .read(sink);
    }
}
