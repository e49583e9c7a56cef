package dev.throughline.connector.attestation;

import com.google.common.hash.Hashing;
import dev.throughline.model.Text;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose signature counts, and for what: a rule of a {@link SignaturePolicy}.
 *
 * <p>Patterns hold for the whole text, case included. {@code **} stands for any characters, {@code *} for any but
 * {@code /} and {@code @}; everything else stands for itself.
 *
 * <pre>{@code
 * Signer.identity("https://github.com/acme/*}{@code /.github/workflows/release.yml@refs/heads/main",
 *         "https://token.actions.githubusercontent.com")
 * }</pre>
 *
 * <p>A workflow speaks for its own repository, which Fulcio writes into the certificate. Everybody else speaks only for
 * the repositories that are {@linkplain #repository(String) named}: a person, a service account, a key, and a reusable
 * workflow of another repository, which anybody may call. Immutable.
 */
public final class Signer {
    private final @Nullable Wildcard identity;
    private final String issuer;
    private final @Nullable PublicKey key;
    private final List<Wildcard> repositories;
    private final List<Wildcard> builders;

    private Signer(
            @Nullable Wildcard identity,
            String issuer,
            @Nullable PublicKey key,
            List<Wildcard> repositories,
            List<Wildcard> builders) {
        this.identity = identity;
        this.issuer = issuer;
        this.key = key;
        this.repositories = List.copyOf(repositories);
        this.builders = List.copyOf(builders);
    }

    /**
     * Whoever signs keyless with a certificate of an identity.
     *
     * @param identity pattern of the certificate's subject alternative name: the address of a workflow with its ref, or
     *     an e-mail address
     * @param issuer the OIDC issuer that vouched for it, exactly, such as
     *     {@code https://token.actions.githubusercontent.com}
     * @return the rule
     */
    public static Signer identity(String identity, String issuer) {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException("an identity needs its issuer");
        }
        return new Signer(new Wildcard(identity), issuer, null, List.of(), List.of());
    }

    /**
     * Whoever holds a private key, such as that of {@code cosign generate-key-pair}.
     *
     * @param publicKey file with the public key in PEM (RFC 7468): ECDSA on P-256, P-384 or P-521, RSA, or Ed25519
     * @return the rule, which needs a {@link #repository(String)}
     * @throws dev.throughline.fact.SourceException if the file holds no such key
     */
    public static Signer key(Path publicKey) {
        return new Signer(null, "", PublicKeyFile.read(publicKey), List.of(), List.of());
    }

    /**
     * Adds repositories this signer speaks for. Once some are named, it speaks for no others.
     *
     * @param pattern pattern of canonical addresses: lower-case, without scheme, such as {@code github.com/acme/*}
     * @return a rule with the pattern added
     */
    public Signer repository(String pattern) {
        return new Signer(identity, issuer, key, plus(repositories, pattern), builders);
    }

    /**
     * Adds builders this signer speaks for. Once some are named, its statements must name one of them; otherwise they may
     * name any that the certificate names. A workflow that signs on behalf of others, such as the delegators of
     * slsa-github-generator, needs them named.
     *
     * @param pattern pattern of {@code builder.id}
     * @return a rule with the pattern added
     */
    public Signer builder(String pattern) {
        return new Signer(identity, issuer, key, repositories, plus(builders, pattern));
    }

    private static List<Wildcard> plus(List<Wildcard> patterns, String pattern) {
        List<Wildcard> more = new ArrayList<>(patterns);
        more.add(new Wildcard(pattern));
        return more;
    }

    @Nullable
    PublicKey key() {
        return key;
    }

    boolean isIdentity(String name) {
        return identity != null && identity.matches(name);
    }

    String issuer() {
        return issuer;
    }

    /** Whether nothing says for which repositories it speaks, nor ever will. */
    boolean speaksForNone() {
        return key != null && repositories.isEmpty();
    }

    /**
     * Why this signer may not speak for a repository.
     *
     * @param repository a repository
     * @param own whether the certificate proves that the signer belongs to it
     * @return a sentence, or null if it may
     */
    @Nullable
    String refusal(String repository, boolean own) {
        if (repositories.isEmpty() && !own) {
            return "the signer is not of repository " + Text.quote(repository)
                    + ", and the policy does not say for which repositories it speaks";
        }
        return repositories.isEmpty() || matches(repositories, repository)
                ? null
                : "the policy does not let the signer speak for repository " + Text.quote(repository);
    }

    /**
     * Why this signer may not speak for a builder.
     *
     * @param builder the builder that a statement names, if any
     * @param conflict what the certificate has against it, which counts where the policy names no builders
     * @return a sentence, or null if it may
     */
    @Nullable
    String builderRefusal(@Nullable String builder, @Nullable String conflict) {
        if (builders.isEmpty()) {
            return conflict;
        }
        return builder != null && matches(builders, builder)
                ? null
                : "the policy does not let the signer speak for "
                        + (builder == null ? "an unnamed builder" : "builder " + Text.quote(builder));
    }

    private static boolean matches(List<Wildcard> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }

    /** {@return the identity, or the SHA-256 of the key in DER} */
    @Override
    public String toString() {
        return key == null
                ? String.valueOf(identity)
                : "key sha256:" + Hashing.sha256().hashBytes(key.getEncoded());
    }
}
