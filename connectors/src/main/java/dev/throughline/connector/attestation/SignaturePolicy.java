package dev.throughline.connector.attestation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose signatures on attestations count.
 *
 * <pre>{@code
 * SignaturePolicy.of(Signer.identity("https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main",
 *                 "https://token.actions.githubusercontent.com"))
 *         .sigstore(Path.of("trusted_root.json"))
 * }</pre>
 *
 * <p>A keyless signature counts if it verifies against one of the trusted roots, its certificate names a trusted
 * {@link Signer}, and the statement agrees with the certificate. One by key counts if it verifies. Nothing is fetched
 * from anywhere. Immutable.
 */
public final class SignaturePolicy {
    private final List<Signer> signers;
    private final List<Path> roots;

    private SignaturePolicy(List<Signer> signers, List<Path> roots) {
        this.signers = List.copyOf(signers);
        this.roots = List.copyOf(roots);
    }

    /**
     * Trusts some signers. A statement counts if one of them may say it.
     *
     * @param signers at least one
     * @return the policy
     * @throws IllegalArgumentException if there is none, or a key without repositories it speaks for
     */
    public static SignaturePolicy of(Signer... signers) {
        if (signers.length == 0) {
            throw new IllegalArgumentException("a policy that trusts nobody");
        }
        for (Signer signer : signers) {
            if (signer.speaksForNone()) {
                throw new IllegalArgumentException("the " + signer + " needs the repositories it speaks for");
            }
        }
        return new SignaturePolicy(List.of(signers), List.of());
    }

    /**
     * Adds a trusted root of Sigstore: certificate authorities, transparency logs and timestamp authorities. Needs
     * {@code dev.sigstore:sigstore-java} on the class path.
     *
     * @param trustedRoot a {@code trusted_root.json}, such as the target of that name in Sigstore's TUF repository; or
     *     one in each line of a {@code .jsonl} file, as {@code gh attestation trusted-root} prints them. It is read anew
     *     for each reading of the source, for roots rotate.
     * @return a policy with the root added
     */
    public SignaturePolicy sigstore(Path trustedRoot) {
        List<Path> more = new ArrayList<>(roots);
        more.add(trustedRoot);
        return new SignaturePolicy(signers, more);
    }

    List<Signer> signers() {
        return signers;
    }

    List<Path> roots() {
        return roots;
    }
}
