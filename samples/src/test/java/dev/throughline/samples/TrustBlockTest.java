package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Throughline;
import dev.throughline.connector.attestation.SignaturePolicy;
import dev.throughline.fact.SourceException;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.store.InMemoryRiskStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustBlockTest {
    private static final String IN_TOTO = "application/vnd.in-toto+json";
    private static final Digest DIGEST = Digest.parse("sha256:" + "a".repeat(64));

    @TempDir
    private Path folder;

    private KeyPair key;

    @BeforeEach
    void makeKey() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
        Files.writeString(
                folder.resolve("cosign.pub"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    @Test
    void letsTheSignaturesOfItsSignersCount() throws IOException, GeneralSecurityException {
        Files.writeString(folder.resolve("provenance.json"), envelope("github.com/acme/shop"));
        assertThat(methodBy(trusting("github.com/acme/*"))).isEqualTo(LinkMethod.VERIFIED_PROVENANCE);
    }

    @Test
    void letsNoSignerSpeakForWhatItMayNot() throws IOException, GeneralSecurityException {
        Files.writeString(folder.resolve("provenance.json"), envelope("github.com/acme/shop"));
        assertThat(methodBy(trusting("github.com/other/*"))).isEqualTo(LinkMethod.REFUSED_PROVENANCE);
    }

    @Test
    void leavesSignaturesUncheckedWhereItIsMissing() throws IOException, GeneralSecurityException {
        Files.writeString(folder.resolve("provenance.json"), envelope("github.com/acme/shop"));
        assertThat(methodBy("")).isEqualTo(LinkMethod.PROVENANCE);
    }

    @Test
    void readsIdentitiesRepositoriesBuildersAndRoots() throws IOException {
        SignaturePolicy policy = estate("""
            trust:
              sigstore: [trusted_root.json]
              signers:
                - identity: https://github.com/acme/*/.github/workflows/release.yml@refs/heads/main
                  issuer: https://token.actions.githubusercontent.com
                  repositories: [github.com/acme/*]
                  builders: ["https://github.com/actions/**"]
            """).trust();
        assertThat(policy).isNotNull();
    }

    @Test
    void isRefusedWithItsLineIfAnythingInItIsNotAsItMustBe() {
        refuses("trust: {}\n").hasMessageContaining("line 1: the field 'trust' needs the field 'signers'");
        refuses("trust:\n  signers: []\n").hasMessageContaining("line 2: a policy that trusts nobody");
        refuses("trust:\n  signers: []\n  signer: []\n").hasMessageContaining("line 3: there is no field 'signer'");
        refuses("trust:\n  signers:\n    - identity: x\n")
                .hasMessageContaining("line 3: a signer has either the fields 'identity' and 'issuer'");
        refuses("trust:\n  signers:\n    - key: cosign.pub\n")
                .hasMessageContaining("line 2: the key sha256:")
                .hasMessageContaining("needs the repositories it speaks for");
        refuses("trust:\n  signers:\n    - {key: none.pub, repositories: [a/b]}\n")
                .hasMessageContaining("none.pub");
    }

    private static String trusting(String repositories) {
        return """
            trust:
              signers:
                - key: cosign.pub
                  repositories: [%s]
            """.formatted(repositories);
    }

    private LinkMethod methodBy(String trust) throws IOException {
        try (Throughline throughline = Throughline.storedIn(new InMemoryRiskStore())) {
            assertThat(Reading.all(estate(trust), throughline)).noneMatch(Reading::failed);
            return throughline
                    .assess()
                    .mapping()
                    .origin(AssetKey.image(DIGEST))
                    .orElseThrow()
                    .strongest()
                    .method();
        }
    }

    private Estate estate(String trust) throws IOException {
        return EstateFile.read(Files.writeString(
                folder.resolve("ESTATE.yaml"), trust + "sources: [{type: attestations, path: provenance.json}]\n"));
    }

    private AbstractThrowableAssert<?, ?> refuses(String trust) {
        return assertThatThrownBy(() -> estate(trust)).isInstanceOf(SourceException.class);
    }

    /** SLSA provenance v1 in a DSSE envelope, signed by the key. */
    private String envelope(String repository) throws GeneralSecurityException {
        byte[] statement = """
            {"_type": "https://in-toto.io/Statement/v1",
             "subject": [{"name": "ghcr.io/acme/shop", "digest": {"sha256": "%s"}}],
             "predicateType": "https://slsa.dev/provenance/v1",
             "predicate": {
               "buildDefinition": {
                 "buildType": "https://actions.github.io/buildtypes/workflow/v1",
                 "externalParameters": {"workflow": {
                   "repository": "https://%s", "ref": "refs/heads/main", "path": ".github/workflows/release.yml"}}},
               "runDetails": {"builder": {"id": "https://github.com/actions/runner/github-hosted"}}}}
            """.formatted("a".repeat(64), repository).getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(preAuthenticationEncoding(statement));
        Base64.Encoder base64 = Base64.getEncoder();
        return """
            {"payloadType": "%s", "payload": "%s", "signatures": [{"sig": "%s"}]}
            """.formatted(IN_TOTO, base64.encodeToString(statement), base64.encodeToString(signature.sign()));
    }

    /** DSSE protocol, <em>Signature Definition</em>. */
    private static byte[] preAuthenticationEncoding(byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("DSSEv1 " + IN_TOTO.length() + " " + IN_TOTO + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}
