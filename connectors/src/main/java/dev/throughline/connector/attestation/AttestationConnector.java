package dev.throughline.connector.attestation;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of in-toto Statements v0.1 and v1, above all SLSA provenance v0.1, v0.2 and v1.
 *
 * <p>A file holds one of these; a file whose name ends in {@code .jsonl} holds one in each line:
 *
 * <ul>
 *   <li>a Statement alone, as BuildKit stores it in a layer ({@code application/vnd.in-toto+json});
 *   <li>a DSSE envelope, as {@code cosign download attestation} prints it;
 *   <li>a Sigstore bundle, as {@code gh attestation download} saves it;
 *   <li>the answer of GitHub's {@code GET /repos/{owner}/{repo}/attestations/{digest}} or of npm's {@code GET
 *       /-/npm/v1/attestations/{package}};
 *   <li>what {@code gcloud artifacts docker images describe --show-provenance --format json} prints.
 * </ul>
 *
 * <p>An attestation is what a document says, and anybody can write one. A {@link SignaturePolicy} tells whose word
 * counts: then signatures are verified, and what is signed is held against who signed it, see {@link #trusting}. Without
 * a policy no signature is checked.
 *
 * <p>Each statement becomes an {@link dev.throughline.model.Attestation}. A subject that is a container image is
 * {@code DESCRIBED_BY} it: a subject of a build that makes container images (BuildKit, the container generator of
 * slsa-github-generator), or one whose name is a {@code pkg:docker/} or {@code pkg:oci/} package URL or an image
 * reference that names its registry. Its {@code sha256} digest may be that of a manifest or of an index; the statement
 * does not tell. Subjects of other kinds, such as archives, leave nothing but the attestation.
 *
 * <p>Provenance of BuildKit also names the images that went into the build: the image is {@code BASED_ON} each. It does
 * not tell the base of the last stage from those of the stages before it.
 *
 * <p>A predicate that is an OpenVEX document becomes {@link dev.throughline.model.VexStatement}s, with what was found out of
 * the signature and its signer.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://github.com/in-toto/attestation/tree/main/spec">in-toto Attestation Framework</a>
 * @see <a href="https://slsa.dev/spec/v1.0/provenance">SLSA Provenance</a>
 */
public final class AttestationConnector implements Connector {
    /** Base64 in a file takes four characters for three bytes of the statement. */
    private static final JsonLimits LIMITS =
            JsonLimits.DEFAULT.withBytes(64 << 20).withStringLength(Envelope.LONGEST_PAYLOAD);

    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;
    private final @Nullable SignaturePolicy policy;

    private AttestationConnector(SourceFiles files, String name, JsonLimits limits, @Nullable SignaturePolicy policy) {
        this.files = files;
        this.name = name;
        this.limits = limits;
        this.policy = policy;
    }

    /**
     * Reads a file, or all files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static AttestationConnector files(Path path) {
        return new AttestationConnector(SourceFiles.at(path), lastName(path), LIMITS, null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static AttestationConnector files(Path root, List<Path> files) {
        return new AttestationConnector(SourceFiles.of(root, files), lastName(root), LIMITS, null);
    }

    private static String lastName(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.getFileName() == null ? absolute : absolute.getFileName()).toString();
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the system the files come from
     * @return a connector with the scope {@code attestations:<name>}
     */
    public AttestationConnector named(String name) {
        return new AttestationConnector(files, name, limits, policy);
    }

    /**
     * Limits the size of a file; 64 MiB unless set. A single statement has at most 16 MiB in any case.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public AttestationConnector maxFileSize(long bytes) {
        return new AttestationConnector(files, name, limits.withBytes(bytes), policy);
    }

    /**
     * Verifies signatures. Whoever is not trusted, or says of the build what their certificate does not say, is refused:
     * the signature is {@link dev.throughline.model.SignatureState#INVALID}, and the verdict tells why. Nothing is
     * fetched: certificates, logs and times are verified by what the bundle holds and the trusted root allows.
     *
     * @param policy whose signatures count
     * @return a connector that verifies
     * @throws IllegalStateException if the policy has a trusted root of Sigstore, and {@code dev.sigstore:sigstore-java}
     *     is not on the class path
     */
    public AttestationConnector trusting(SignaturePolicy policy) {
        if (!policy.roots().isEmpty() && !isPresent("dev.sigstore.KeylessVerifier")) {
            throw new IllegalStateException(
                    "a trusted root of Sigstore needs dev.sigstore:sigstore-java on the class path");
        }
        return new AttestationConnector(files, name, limits, policy);
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, AttestationConnector.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public Scope scope() {
        return new Scope("attestations", name);
    }

    @Override
    public Listing list() {
        Verifier verifier = new Verifier(policy);
        return Listing.complete(files.list().stream()
                .map(file -> new AttestationFile(file, limits, verifier))
                .toList());
    }
}
