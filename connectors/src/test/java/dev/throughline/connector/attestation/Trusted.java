package dev.throughline.connector.attestation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/** Whom acme trusts, in tests: its workflows, its image builder, a person, and a key. */
final class Trusted {
    static final TestSigstore SIGSTORE = new TestSigstore();
    static final KeyPair KEY = TestAuthority.newKey();
    static final String BUILDER = "https://github.com/acme/builders/.github/workflows/image.yml@refs/tags/";
    static final String TOOL = "https://github.com/acme/tools/.github/workflows/sign.yml@refs/heads/main";
    static final String PERSON = "release@acme.example";
    static final String ACCOUNTS = "https://accounts.example";

    private Trusted() {}

    static SignaturePolicy policy(Path folder) {
        try {
            Path root = Files.writeString(folder.resolve("trusted_root.json"), SIGSTORE.trustedRoot());
            return SignaturePolicy.of(
                            Signer.identity(Signing.RELEASE, Signing.GITHUB),
                            Signer.identity(BUILDER + "*", Signing.GITHUB)
                                    .repository("github.com/acme/*")
                                    .builder(BUILDER + "*"),
                            Signer.identity(TOOL, Signing.GITHUB),
                            Signer.identity(PERSON, ACCOUNTS).repository("github.com/acme/shop"),
                            Signer.key(pem(folder, KEY)).repository("github.com/acme/shop"))
                    .sigstore(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path pem(Path folder, KeyPair key) throws IOException {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + TestAuthority.base64(key.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        return Files.writeString(folder.resolve("cosign.pub"), pem);
    }
}
