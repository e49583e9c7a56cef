package dev.throughline.connector.attestation;

import dev.throughline.model.Text;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges signatures by a policy. What can be told without cryptography is told first. Safe for use by several threads. */
final class Verifier {
    private final @Nullable SignaturePolicy policy;
    private final List<SigstoreRoot> roots = new ArrayList<>();

    /**
     * Gets ready to judge.
     *
     * @param policy whose signatures count; without one, nothing is checked and nothing of sigstore-java is loaded
     * @throws dev.throughline.fact.SourceException if a trusted root cannot be read
     */
    Verifier(@Nullable SignaturePolicy policy) {
        this.policy = policy;
        if (policy != null) {
            policy.roots().forEach(root -> roots.addAll(TrustedRootFile.read(root)));
        }
    }

    Verdict verdict(SignedStatement signed, Provenance says) {
        Envelope envelope = signed.envelope();
        if (envelope == null || envelope.signatures().isEmpty()) {
            return Verdict.ABSENT;
        }
        if (policy == null) {
            return Verdict.unchecked("no policy says whose signatures count");
        }
        byte[] der = envelope.certificate();
        return der == null ? byKey(policy, envelope, says) : keyless(policy, signed, envelope, der, says);
    }

    private static Verdict byKey(SignaturePolicy policy, Envelope envelope, Provenance says) {
        if (envelope.namesItsCertificate()) {
            return Verdict.unchecked("it is signed keyless, but not in a Sigstore bundle with its log entry");
        }
        List<Signer> keys =
                policy.signers().stream().filter(signer -> signer.key() != null).toList();
        if (keys.isEmpty()) {
            return Verdict.unchecked("it is signed by a key, and the policy trusts none");
        }
        String refusal = "it is not signed by a key that the policy trusts";
        String signer = null;
        for (Signer candidate : keys) {
            if (DsseSignature.isBy(Objects.requireNonNull(candidate.key()), envelope)) {
                signer = candidate.toString();
                refusal = refusal(candidate, says.sourceRepository(), false, says.builderId(), null);
                if (refusal == null) {
                    return Verdict.verified().of(signer, null);
                }
            }
        }
        return Verdict.invalid(refusal).of(signer, null);
    }

    private Verdict keyless(
            SignaturePolicy policy, SignedStatement signed, Envelope envelope, byte[] der, Provenance says) {
        if (policy.roots().isEmpty()) {
            return Verdict.unchecked("it is signed keyless, and the policy has no trusted root of Sigstore");
        }
        try {
            SigningCertificate certificate = SigningCertificate.read(der);
            return keyless(policy, signed, envelope, certificate, says)
                    .of(certificate.identity(), certificate.issuer());
        } catch (CertificateException e) {
            return Verdict.invalid("its certificate cannot be read");
        }
    }

    private Verdict keyless(
            SignaturePolicy policy,
            SignedStatement signed,
            Envelope envelope,
            SigningCertificate certificate,
            Provenance says) {
        List<SigstoreRoot> covering =
                roots.stream().filter(root -> root.knows(certificate)).toList();
        if (covering.isEmpty()) {
            return Verdict.unchecked("no trusted root knows its certificate authority "
                    + Text.quote(
                            certificate.certificate().getIssuerX500Principal().getName()));
        }
        String refusal = refusal(policy, certificate, says);
        if (refusal != null) {
            return Verdict.invalid(refusal);
        }
        String sha256 = signed.firstSha256();
        if (sha256 == null) {
            return Verdict.unchecked("none of its subjects has a sha256 digest, and others are not supported");
        }
        boolean logged = covering.stream().anyMatch(SigstoreRoot::hasLogs);
        String unsupported = Unsupported.in(envelope.bundle(), logged);
        if (unsupported != null) {
            return Verdict.unchecked(unsupported);
        }
        for (SigstoreRoot root : covering) {
            refusal = root.refusal(envelope, certificate, sha256);
            if (refusal == null) {
                return Verdict.verified();
            }
        }
        return Verdict.invalid(String.valueOf(refusal));
    }

    /** Why nobody whom the policy trusts may have said this; null if somebody may. */
    private static @Nullable String refusal(SignaturePolicy policy, SigningCertificate certificate, Provenance says) {
        List<Signer> named = policy.signers().stream()
                .filter(signer -> signer.isIdentity(certificate.identity()))
                .toList();
        if (named.isEmpty()) {
            return "the policy does not trust the signer";
        }
        List<Signer> trusted = named.stream()
                .filter(signer -> signer.issuer().equals(certificate.issuer()))
                .toList();
        if (trusted.isEmpty()) {
            return "the policy trusts the signer, but not this issuer";
        }
        Agreement agreement = new Agreement(says, certificate);
        if (agreement.conflict() != null) {
            return agreement.conflict();
        }
        String repository = says.sourceRepository() == null ? certificate.repository() : says.sourceRepository();
        String refusal = null;
        for (Signer signer : trusted) {
            refusal = refusal(
                    signer, repository, certificate.isOfItsRepository(), says.builderId(), agreement.builderConflict());
            if (refusal == null) {
                return null;
            }
        }
        return refusal;
    }

    private static @Nullable String refusal(
            Signer signer,
            @Nullable String repository,
            boolean own,
            @Nullable String builder,
            @Nullable String conflict) {
        String refusal = repository == null ? null : signer.refusal(repository, own);
        return refusal == null ? signer.builderRefusal(builder, conflict) : refusal;
    }
}
