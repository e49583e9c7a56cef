package dev.throughline.connector.oci;

import dev.throughline.connector.attestation.AttestationConnector;
import dev.throughline.connector.attestation.SignaturePolicy;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an OCI image layout: a directory with {@code index.json} and {@code blobs}, as {@code cosign save}, {@code crane
 * pull --format oci}, {@code skopeo copy … oci:}, {@code oras copy --to-oci-layout} and {@code docker buildx build
 * --output type=oci,tar=false} write it.
 *
 * <p>Each image manifest becomes a {@link dev.throughline.model.ContainerImage} with the digest and the labels of its
 * configuration and the base it names; each nested index an {@link dev.throughline.model.ImageIndex} whose variants they
 * are. A blob counts only if its content has the digest it is named by. File systems of images are not read.
 *
 * <p>Attestations are found wherever a manifest holds them: those of BuildKit, those of cosign under the tag
 * {@code sha256-….att}, and Sigstore bundles that refer to an image. They are read as {@link AttestationConnector} reads
 * them.
 *
 * <p>The images are one partition, each attestation is one. Immutable.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md">OCI Image Layout</a>
 */
public final class OciLayoutConnector implements Connector {
    private final Path directory;
    private final String name;
    private final @Nullable SignaturePolicy policy;

    private OciLayoutConnector(Path directory, String name, @Nullable SignaturePolicy policy) {
        this.directory = directory;
        this.name = name;
        this.policy = policy;
    }

    /**
     * Reads a layout.
     *
     * @param path the directory with {@code index.json}; its own name names the scope
     * @return the connector
     */
    public static OciLayoutConnector directory(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path last = absolute.getFileName() == null ? absolute : absolute.getFileName();
        return new OciLayoutConnector(path, last.toString(), null);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the registry the layout comes from
     * @return a connector with the scope {@code oci:<name>}
     */
    public OciLayoutConnector named(String name) {
        return new OciLayoutConnector(directory, name, policy);
    }

    /**
     * Verifies signatures, see {@link AttestationConnector#trusting}.
     *
     * @param policy whose signatures count
     * @return a connector that verifies
     */
    public OciLayoutConnector trusting(SignaturePolicy policy) {
        return new OciLayoutConnector(directory, name, policy);
    }

    @Override
    public Scope scope() {
        return new Scope("oci", name);
    }

    @Override
    public Listing list() {
        Layout layout = Layout.read(directory, Ignored.FACTS);
        List<Partition> partitions = new ArrayList<>();
        partitions.add(new Images(directory));
        partitions.addAll(attestations(layout.attestations(), policy));
        // Their certificates stand beside them in the manifest, without what it takes to verify them offline.
        partitions.addAll(attestations(layout.keyless(), null));
        return Listing.complete(partitions);
    }

    private List<? extends Partition> attestations(List<Path> blobs, @Nullable SignaturePolicy policy) {
        if (blobs.isEmpty()) {
            return List.of();
        }
        AttestationConnector connector = AttestationConnector.files(directory, blobs);
        return (policy == null ? connector : connector.trusting(policy)).list().partitions();
    }

    /** The images of a layout. */
    private record Images(Path directory) implements Partition {
        @Override
        public String name() {
            return Layout.INDEX;
        }

        @Override
        public Completeness read(FactSink sink) {
            Layout.read(directory, sink);
            return Completeness.complete();
        }
    }
}
