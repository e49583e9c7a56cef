package dev.throughline.samples;

import dev.throughline.connector.attestation.SignaturePolicy;
import dev.throughline.connector.attestation.Signer;
import dev.throughline.fact.SourceException;
import dev.throughline.samples.YamlFile.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads whose signatures count, the block {@code trust} of an estate file:
 *
 * <pre>{@code
 * trust:
 *   sigstore: [trusted_root.json]
 *   signers:
 *     - identity: https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main
 *       issuer: https://token.actions.githubusercontent.com
 *     - key: keys/cosign.pub
 *       repositories: [github.com/acme/*]
 * }</pre>
 */
final class TrustBlock {
    private final YamlFile file;

    private TrustBlock(YamlFile file) {
        this.file = file;
    }

    /**
     * Reads the block.
     *
     * @throws SourceException if anything in it is not as it must be
     */
    static SignaturePolicy read(YamlFile file, Field block) {
        return new TrustBlock(file).policy(block);
    }

    private SignaturePolicy policy(Field block) {
        Map<String, Field> fields = file.fields(block.value(), Set.of("sigstore", "signers"));
        Field signers = fields.get("signers");
        if (signers == null) {
            throw file.refused(block.line(), "the field 'trust' needs the field 'signers'");
        }
        List<Signer> trusted = new ArrayList<>();
        for (Node signer : file.elements(signers)) {
            trusted.add(signer(signer));
        }
        SignaturePolicy policy = checked(signers.line(), () -> SignaturePolicy.of(trusted.toArray(Signer[]::new)));
        for (String root : texts(fields.get("sigstore"))) {
            policy = policy.sigstore(path(root));
        }
        return policy;
    }

    private Signer signer(Node node) {
        Map<String, Field> fields = file.fields(node, Set.of("identity", "issuer", "key", "repositories", "builders"));
        Signer signer = checked(YamlFile.line(node), () -> named(node, fields));
        for (String repository : texts(fields.get("repositories"))) {
            signer = signer.repository(repository);
        }
        for (String builder : texts(fields.get("builders"))) {
            signer = signer.builder(builder);
        }
        return signer;
    }

    private Signer named(Node node, Map<String, Field> fields) {
        Field identity = fields.get("identity");
        Field issuer = fields.get("issuer");
        Field key = fields.get("key");
        if (key != null && identity == null && issuer == null) {
            return Signer.key(path(file.text("key", key.value())));
        }
        if (key == null && identity != null && issuer != null) {
            return Signer.identity(file.text("identity", identity.value()), file.text("issuer", issuer.value()));
        }
        throw file.refused(
                YamlFile.line(node), "a signer has either the fields 'identity' and 'issuer' or the field 'key'");
    }

    private List<String> texts(@Nullable Field list) {
        List<String> texts = new ArrayList<>();
        if (list != null) {
            for (Node element : file.elements(list)) {
                texts.add(file.text(list.name(), element));
            }
        }
        return texts;
    }

    private Path path(String text) {
        return Objects.requireNonNull(file.path().toAbsolutePath().getParent())
                .resolve(text)
                .normalize();
    }

    private <T> T checked(int line, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw file.refused(line, String.valueOf(e.getMessage()));
        }
    }
}
