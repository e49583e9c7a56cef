package dev.throughline.connector.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.hash.Hashing;
import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.attestation.SignaturePolicy;
import dev.throughline.connector.attestation.Signer;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Attestation;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageIndex;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OciLayoutConnectorTest extends ConnectorContract {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String STATEMENT = "application/vnd.in-toto+json";
    private static final String ENVELOPE = "application/vnd.dsse.envelope.v1+json";
    private static final String BASE = "sha256:" + "c".repeat(64);
    private static final String CONFIG = """
            {
              "architecture": "arm64", "os": "linux", "created": "2026-11-20T08:00:00Z",
              "config": {
                "Env": ["TOKEN=%s"],
                "Labels": {"org.opencontainers.image.source": "https://github.com/acme/shop", "b": "2"}
              }
            }
            """.formatted(CANARY);

    @TempDir
    private Path layout;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        try {
            shop();
            return OciLayoutConnector.directory(layout).named("shop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An index with one image and the attestation that BuildKit keeps beside it. */
    private String shop() throws IOException {
        String image = image();
        String statement = blob(statement(image));
        String attestation = blob(manifest(STATEMENT, statement, ""));
        String index = blob("""
                {"mediaType": "%s", "manifests": [
                  {"mediaType": "%s", "digest": "%s", "platform": {"os": "linux", "architecture": "arm64", "variant": "v8"}},
                  {"mediaType": "%s", "digest": "%s", "platform": {"os": "unknown", "architecture": "unknown"},
                   "annotations": {"vnd.docker.reference.digest": "%s"}}
                ]}
                """.formatted(INDEX, MANIFEST, image, MANIFEST, attestation, image));
        index(INDEX, index);
        return index;
    }

    private String image() throws IOException {
        return blob("""
                {"mediaType": "%s",
                 "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "%s"},
                 "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "%s"}],
                 "annotations": {"org.opencontainers.image.base.name": "docker.io/library/debian:12",
                                 "org.opencontainers.image.base.digest": "%s"}}
                """.formatted(MANIFEST, blob(CONFIG), "sha256:" + "d".repeat(64), BASE));
    }

    private static String statement(String image) {
        return """
                {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://slsa.dev/provenance/v1",
                 "subject": [{"name": "ghcr.io/acme/shop", "digest": {"sha256": "%s"}}],
                 "predicate": {"buildDefinition": {"externalParameters": {
                   "workflow": {"repository": "https://github.com/acme/shop"}}}}}
                """.formatted(image.substring("sha256:".length()));
    }

    private static String manifest(String layerType, String layer, String annotations) {
        return """
                {"mediaType": "%s",
                 "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "%s"},
                 "layers": [{"mediaType": "%s", "digest": "%s", "annotations": {%s}}]}
                """.formatted(MANIFEST, BASE, layerType, layer, annotations);
    }

    private void index(String mediaType, String digest) throws IOException {
        Files.writeString(
                layout.resolve("index.json"),
                "{\"manifests\": [{\"mediaType\": \"%s\", \"digest\": \"%s\"}]}".formatted(mediaType, digest));
    }

    private String blob(String content) throws IOException {
        String sha256 =
                Hashing.sha256().hashString(content, StandardCharsets.UTF_8).toString();
        Files.writeString(
                Files.createDirectories(layout.resolve("blobs/sha256")).resolve(sha256), content);
        return "sha256:" + sha256;
    }

    private void read(OciLayoutConnector connector) {
        for (Partition partition : connector.list().partitions()) {
            partition.read(sink);
        }
    }

    @Test
    void followsIndexManifestAndConfiguration() throws IOException {
        String index = shop();
        String image = image();
        read(OciLayoutConnector.directory(layout));

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(ImageIndex.class)).extracting(i -> i.key().value()).containsExactly(index);
        assertThat(sink.all(ContainerImage.class))
                .containsExactly(new ContainerImage(
                        AssetKey.image(Digest.parse(image)),
                        blob(CONFIG),
                        "arm64",
                        "linux",
                        "docker.io/library/debian:12",
                        BASE,
                        List.of("b=2", "org.opencontainers.image.source=https://github.com/acme/shop"),
                        Instant.parse("2026-11-20T08:00:00Z"),
                        null));
        assertThat(sink.relations(RelationType.VARIANT_OF))
                .containsExactly("image:" + image + " VARIANT_OF imageindex:" + index + " {platform=linux/arm64/v8}");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
        assertThat(sink.all(Attestation.class))
                .extracting(Attestation::signature)
                .containsExactly(SignatureState.ABSENT);
    }

    /** Under the tag {@code sha256-….att} of cosign, or by whatever refers to the image. */
    @Test
    void verifiesEnvelopesOfCosign() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path pem = Files.writeString(
                layout.resolve("cosign.pub"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        index(MANIFEST, blob(manifest(ENVELOPE, blob(envelope(statement(image()), key)), "")));
        SignaturePolicy policy = SignaturePolicy.of(Signer.key(pem).repository("github.com/acme/shop"));
        read(OciLayoutConnector.directory(layout).trusting(policy));

        assertThat(sink.all(ContainerImage.class))
                .as("an attestation is no image")
                .isEmpty();
        assertThat(sink.all(Attestation.class))
                .extracting(Attestation::signature)
                .containsExactly(SignatureState.VERIFIED);
    }

    private static String envelope(String statement, KeyPair key) throws Exception {
        byte[] payload = statement.getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(
                ("DSSEv1 28 " + STATEMENT + " " + payload.length + " " + statement).getBytes(StandardCharsets.UTF_8));
        return "{\"payloadType\": \"%s\", \"payload\": \"%s\", \"signatures\": [{\"sig\": \"%s\"}]}"
                .formatted(
                        STATEMENT,
                        Base64.getEncoder().encodeToString(payload),
                        Base64.getEncoder().encodeToString(signature.sign()));
    }

    @Test
    void leavesUncheckedWhatCosignSignedKeylessBeforeThereWereBundles() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String envelope = blob(envelope(statement(image()), key));
        index(MANIFEST, blob(manifest(ENVELOPE, envelope, "\"dev.sigstore.cosign/certificate\": \"-----BEGIN\"")));
        read(OciLayoutConnector.directory(layout));

        assertThat(sink.all(Attestation.class))
                .extracting(Attestation::signature)
                .containsExactly(SignatureState.UNCHECKED);
    }

    @Test
    void countsNoBlobThatHasNotTheDigestItIsNamedBy() throws IOException {
        String image = image();
        index(MANIFEST, image);
        Files.writeString(layout.resolve("blobs/sha256").resolve(image.substring(7)), "{}");
        read(OciLayoutConnector.directory(layout));

        assertThat(sink.facts()).isEmpty();
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("blobs/sha256/" + image.substring(7) + ": its content has another digest");
    }

    @Test
    void takesAnIndexOfWhichOnlySomePlatformsWereCopied() throws IOException {
        String index = blob("""
                {"manifests": [{"mediaType": "%s", "digest": "%s", "platform": {"os": "linux", "architecture": "amd64"}}]}
                """.formatted(MANIFEST, BASE));
        index(INDEX, index);
        read(OciLayoutConnector.directory(layout));

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.relations(RelationType.VARIANT_OF))
                .containsExactly("image:" + BASE + " VARIANT_OF imageindex:" + index + " {platform=linux/amd64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:../../../etc/passwd", "sha512:abc", "latest"})
    void rejectsADigestThatIsNone(String digest) throws IOException {
        index(MANIFEST, digest);
        read(OciLayoutConnector.directory(layout));

        assertThat(sink.rejections())
                .singleElement()
                .hasToString("index.json /manifests/0/digest: not a SHA-256 digest");
    }

    @Test
    void aDirectoryWithoutAnIndexIsNoLayout() {
        assertThatThrownBy(() -> OciLayoutConnector.directory(layout).list())
                .isInstanceOf(SourceException.class)
                .hasMessage("index.json: no such file");
    }

    /** Layouts that {@code cosign save} wrote. The file systems of their images were left out of the collection. */
    @ParameterizedTest
    @CsvSource({"v1.5.0, 2", "v1.10.0, 2", "v2.1.0, 2"})
    void readsRealLayouts(String version, int attestations) {
        Path real = Path.of(System.getProperty("throughline.corpus", "absent"))
                .resolve("slsa-verifier/oci/" + version + "/container_workflow_dispatch");
        assumeThat(real).as("the corpus of real files").exists();
        read(OciLayoutConnector.directory(real));

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(ImageIndex.class)).hasSize(1);
        assertThat(sink.all(ContainerImage.class)).hasSize(1).allSatisfy(image -> {
            assertThat(image.configDigest()).startsWith("sha256:");
            assertThat(image.labels())
                    .anyMatch(label -> label.startsWith("org.opencontainers.image.source=https://github.com/"));
        });
        assertThat(sink.relations(RelationType.VARIANT_OF)).hasSize(1);
        assertThat(sink.all(Attestation.class)).hasSize(attestations);
    }
}
