package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.SourceException;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Attestation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignaturePolicyTest {
    @TempDir
    private Path folder;

    /** Something genuine. */
    record Genuine(String name, String signer, String document) {
        static Genuine signed(String name, String signer, String statement, Consumer<Signing> change) {
            Signing signing = Trusted.SIGSTORE.signing(statement);
            change.accept(signing);
            return new Genuine(name, signer, signing.bundle().toString());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Genuine> genuine() {
        String shop = Statements.shop();
        String generator = Trusted.BUILDER + "v1";
        String unknown = Statements.of(
                "acme/shop", Statements.COMMIT, "refs/heads/main", ".github/workflows/release.yml", generator);
        return Stream.of(
                Genuine.signed("a workflow", Signing.RELEASE, shop, s -> {}),
                Genuine.signed(
                        "a workflow on GitHub's runner",
                        Signing.RELEASE,
                        shop.replace(
                                "\"id\": \"" + Signing.RELEASE,
                                "\"id\": \"https://github.com/actions/runner/github-hosted"),
                        s -> {}),
                Genuine.signed("provenance v0.2", Signing.RELEASE, Statements.v02(Signing.RELEASE), s -> {}),
                Genuine.signed(
                        "the id of the repository", Signing.RELEASE, Statements.withRepositoryId("4711"), s -> {}),
                Genuine.signed("no run", Signing.RELEASE, shop.replace("invocationId", "x"), s -> {}),
                Genuine.signed(
                        "old extensions",
                        Signing.RELEASE,
                        shop.replace("\"id\": \"", "\"x\": \""),
                        Signing::withOldExtensions),
                Genuine.signed("a reusable workflow", generator, unknown, s -> s.by(generator)),
                Genuine.signed("a person", Trusted.PERSON, shop, s -> s.byPerson(Trusted.PERSON, Trusted.ACCOUNTS)),
                Genuine.signed(
                        "bundle 0.3 by its old name",
                        Signing.RELEASE,
                        shop,
                        s -> s.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.3"),
                new Genuine(
                        "an entry of Rekor v2 with a timestamp",
                        Signing.RELEASE,
                        Trusted.SIGSTORE.signing(shop).bundleOfRekor2().toString()),
                new Genuine("bundle 0.2 with a chain", Signing.RELEASE, chained("0.2")),
                new Genuine("bundle 0.1 with a proof", Signing.RELEASE, chained("0.1")));
    }

    private static String chained(String version) {
        ObjectNode bundle = Trusted.SIGSTORE.signing(Statements.shop()).bundle();
        ObjectNode material = (ObjectNode) bundle.get("verificationMaterial");
        material.putObject("x509CertificateChain").putArray("certificates").add(material.remove("certificate"));
        return bundle.put("mediaType", "application/vnd.dev.sigstore.bundle+json;version=" + version)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("genuine")
    void verifiesWhatIsGenuineAndMapsTheImage(Genuine genuine) throws IOException {
        Judged judged = Judged.of(folder, genuine.document(), Trusted.policy(folder));

        Attestation attestation = judged.attestation();
        assertThat(attestation.verdict()).isNull();
        assertThat(attestation.signature()).isEqualTo(SignatureState.VERIFIED);
        assertThat(attestation.signer()).isEqualTo(genuine.signer());
        assertThat(judged.methods()).containsExactly(LinkMethod.VERIFIED_PROVENANCE);
        assertThat(judged.links().get(0).repository()).isEqualTo(AssetKey.repository("github.com/acme/shop"));
    }

    /** What nothing trusted covers, or the library does not support: neither proven nor refuted. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authority   | no trusted root knows its certificate authority CN=other-intermediate",
                "kind        | a log entry of kind 'intoto' is not supported for a statement",
                "mediaType   | a bundle of media type 'application/vnd.dev.sigstore.bundle.v0.9+json' is not supported",
                "promiseOnly | its log entry has no inclusion proof, and a promise of inclusion alone is not supported",
                "sha512      | none of its subjects has a sha256 digest, and others are not supported"
            })
    void saysWhatItCannotCheck(String what, String verdict) throws IOException {
        String statement =
                what.equals("sha512") ? Statements.shop().replace("\"sha256\"", "\"sha512\"") : Statements.shop();
        Signing signing = Trusted.SIGSTORE.signing(statement);
        switch (what) {
            case "authority" -> signing.authority = new TestAuthority("other");
            case "kind" -> signing.kind = "intoto";
            case "mediaType" -> signing.mediaType = "application/vnd.dev.sigstore.bundle.v0.9+json";
            default -> {}
        }
        ObjectNode bundle = signing.bundle();
        if (what.equals("promiseOnly")) {
            bundle.put("mediaType", "application/vnd.dev.sigstore.bundle+json;version=0.1");
            Forgery.entry(bundle).remove("inclusionProof");
        }

        Attestation attestation =
                Judged.of(folder, bundle.toString(), Trusted.policy(folder)).attestation();

        assertThat(attestation.verdict()).isEqualTo(verdict);
        assertThat(attestation.signature()).isEqualTo(SignatureState.UNCHECKED);
        assertThat(attestation.signer()).isEqualTo(Signing.RELEASE);
        assertThat(attestation.issuer()).isEqualTo(Signing.GITHUB);
    }

    @Test
    void checksOnlyWhatThePolicyNamesTheMeansFor() throws IOException {
        String keyless = Trusted.SIGSTORE.signing(Statements.shop()).bundle().toString();
        String byKey = KeyForgeries.envelope(
                Statements.shop(), KeyForgeries.sign(Trusted.KEY, KeyForgeries.TYPE, Statements.shop()), "");
        SignaturePolicy keys =
                SignaturePolicy.of(Signer.key(Trusted.pem(folder, Trusted.KEY)).repository("github.com/acme/*"));
        SignaturePolicy people = SignaturePolicy.of(Signer.identity(Trusted.PERSON, Trusted.ACCOUNTS));

        assertThat(verdict(keyless, keys))
                .isEqualTo("it is signed keyless, and the policy has no trusted root of Sigstore");
        assertThat(verdict(byKey, people)).isEqualTo("it is signed by a key, and the policy trusts none");
        assertThat(verdict(byKey.replace("\"keyid\"", "\"cert\": \"x\", \"keyid\""), keys))
                .isEqualTo("it is signed keyless, but not in a Sigstore bundle with its log entry");
        assertThat(verdict(Statements.shop(), keys)).isEqualTo("it is not signed");
        assertThat(verdict(byKey, keys)).isNull();
    }

    private String verdict(String document, SignaturePolicy policy) throws IOException {
        return Judged.of(folder, document, policy).attestation().verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, SHA256withECDSA",
        "secp384r1, SHA384withECDSA",
        "secp521r1, SHA512withECDSA",
        "RSA, SHA256withRSA",
        "Ed25519, Ed25519"
    })
    void verifiesAnEnvelopeByAKeyOfEachTypeAmongSeveralSignatures(String type, String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type.startsWith("secp") ? "EC" : type);
        if (type.startsWith("secp")) {
            generator.initialize(new ECGenParameterSpec(type));
        }
        KeyPair key = generator.generateKeyPair();
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key.getPrivate());
        signature.update(Signing.encoded(KeyForgeries.TYPE, Statements.shop().getBytes(StandardCharsets.UTF_8)));
        String envelope = KeyForgeries.envelope(Statements.shop(), TestAuthority.base64(signature.sign()), "")
                .replace("[{", "[{\"sig\": \"bm9uZQ==\"}, {");
        SignaturePolicy policy =
                SignaturePolicy.of(Signer.key(Trusted.pem(folder, key)).repository("github.com/acme/shop"));

        Judged judged = Judged.of(folder, envelope, policy);

        assertThat(judged.attestation().verdict()).isNull();
        assertThat(judged.attestation().signer()).startsWith("key sha256:");
        assertThat(judged.methods()).containsExactly(LinkMethod.VERIFIED_PROVENANCE);
    }

    @Test
    void aCopyThatDoesNotVerifyTakesNothingFromOneThatDoes() throws IOException {
        String genuine = Trusted.SIGSTORE.signing(Statements.shop()).bundle().toString();
        String broken = KeyForgeries.envelope(Statements.shop(), "bm9uZQ==", "");

        Judged judged = Judged.of(
                folder,
                "{\"attestations\": [{\"bundle\": %s}, {\"bundle\": %s}]}".formatted(broken, genuine),
                Trusted.policy(folder));

        assertThat(judged.attestation().signature()).isEqualTo(SignatureState.VERIFIED);
        assertThat(judged.attestation().verdict()).isNull();
        assertThat(judged.attestation().signer()).isEqualTo(Signing.RELEASE);
    }

    @Test
    void readsATrustedRootInEachLine() throws IOException {
        Path roots = Files.writeString(
                folder.resolve("roots.jsonl"),
                Stream.of(new TestSigstore(), Trusted.SIGSTORE)
                        .map(sigstore -> sigstore.trustedRoot().replace("\n", "") + "\n")
                        .reduce("", String::concat));
        SignaturePolicy policy = SignaturePolicy.of(Signer.identity(Signing.RELEASE, Signing.GITHUB))
                .sigstore(roots);

        assertThat(verdict(Trusted.SIGSTORE.signing(Statements.shop()).bundle().toString(), policy))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"tlogs\": [{\"logId\": 7}]}", "{\"certificateAuthorities\": [{}]}"})
    void refusesWhatIsNoTrustedRoot(String content) throws IOException {
        Path root = Files.writeString(folder.resolve("root.json"), content);
        AttestationConnector connector = AttestationConnector.files(folder)
                .trusting(SignaturePolicy.of(Signer.identity(Signing.RELEASE, Signing.GITHUB))
                        .sigstore(root));

        assertThatThrownBy(connector::list)
                .isInstanceOf(SourceException.class)
                .hasMessage("root.json: not a trusted root of Sigstore");
    }

    @Test
    void refusesPoliciesThatCannotBeMeant() throws IOException {
        Path notKey = Files.writeString(folder.resolve("cosign.key"), "-----BEGIN PRIVATE KEY-----");
        Signer key = Signer.key(Trusted.pem(folder, Trusted.KEY));

        assertThatIllegalArgumentException().isThrownBy(SignaturePolicy::of);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignaturePolicy.of(key))
                .withMessageContaining("needs the repositories");
        assertThatIllegalArgumentException().isThrownBy(() -> Signer.identity("", Signing.GITHUB));
        assertThatIllegalArgumentException().isThrownBy(() -> Signer.identity(Signing.RELEASE, " "));
        assertThatThrownBy(() -> Signer.key(notKey))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("cosign.key: no public key");
        assertThatThrownBy(() -> Signer.key(folder.resolve("absent.pub"))).hasMessage("absent.pub: no such file");
    }

    @Test
    void keepsNoBaseImageOfWhatIsRefused() throws IOException {
        String statement = Statements.v02(Signing.RELEASE)
                .replace(
                        "https://github.com/slsa-framework/slsa-github-generator/container@v1",
                        "https://mobyproject.org/buildkit@v1")
                .replace(
                        "\"predicate\": {",
                        "\"predicate\": {\"materials\": [{\"uri\": \"pkg:docker/alpine@3\", \"digest\":"
                                + " {\"sha256\": \"" + "c".repeat(64) + "\"}}],");
        Collected sink = new Collected();
        Path file = Files.writeString(
                folder.resolve("a.json"),
                Trusted.SIGSTORE
                        .signing(statement)
                        .by(Signing.RELEASE + "-old")
                        .bundle()
                        .toString());
        AttestationConnector.files(file)
                .trusting(Trusted.policy(folder))
                .list()
                .partitions()
                .get(0)
                .read(sink);

        assertThat(sink.all(Attestation.class))
                .extracting(Attestation::signature)
                .containsExactly(SignatureState.INVALID);
        assertThat(sink.relations(RelationType.BASED_ON)).isEmpty();
    }

    /** The policy of docs/connectors/attestations.md, which is compared with the lines between the comments. */
    @Test
    void thePageShowsAPolicyThatWorks() throws IOException {
        Trusted.pem(folder, Trusted.KEY);
        Files.writeString(folder.resolve("trusted_root.json"), Trusted.SIGSTORE.trustedRoot());
        // What the page shows begins here.
        SignaturePolicy policy = SignaturePolicy.of(
                        Signer.identity(
                                "https://github.com/harborline/*/.github/workflows/release.yml@refs/heads/main",
                                "https://token.actions.githubusercontent.com"),
                        Signer.identity(
                                        "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/*@refs/tags/*",
                                        "https://token.actions.githubusercontent.com")
                                .repository("github.com/harborline/*"),
                        Signer.key(folder.resolve("cosign.pub")).repository("github.com/harborline/payments-api"))
                .sigstore(folder.resolve("trusted_root.json"));
        // And ends here.
        String release = "https://github.com/harborline/site/.github/workflows/release.yml@refs/heads/main";
        String generator = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/"
                + "generator_container_slsa3.yml@refs/tags/v2.1.0";

        for (String signer : List.of(release, generator)) {
            Signing signing = Trusted.SIGSTORE
                    .signing(Statements.shop()
                            .replace("acme/shop", "harborline/site")
                            .replace(release, signer))
                    .by(signer)
                    .calledFrom("harborline/site");
            assertThat(verdict(signing.bundle().toString(), policy)).isNull();
        }
        assertThat(words(Files.readString(Path.of("../docs/connectors/attestations.md"))
                        .replace("Path.of(", "folder.resolve(")))
                .contains(words(Files.readString(
                                Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java"))
                        .replaceFirst("(?s).*What the page shows begins here\\.", "")
                        .replaceFirst("(?s)// And ends here.*", "")));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }
}
