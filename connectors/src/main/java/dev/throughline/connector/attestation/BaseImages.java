package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The images that went into a BuildKit build: its materials named by {@code pkg:docker/} package URLs (BuildKit,
 * docs/attestations/slsa-definitions.md, {@code resolvedDependencies}).
 */
final class BaseImages {
    private static final Pattern DIGEST_QUALIFIER = Pattern.compile("[?&]digest=sha256(?::|%3[Aa])([^&#]*)");

    /** Images that BuildKit runs to do its work; nothing of them ends up in the product. */
    private static final Pattern TOOL =
            Pattern.compile("pkg:docker/docker/(?:dockerfile|dockerfile-upstream|buildkit-syft-scanner)(?:[@?].*)?");

    private BaseImages() {}

    static List<AssetKey> of(Provenance provenance, FactSink sink) {
        List<AssetKey> bases = new ArrayList<>();
        if (!BuildType.isBuildKit(provenance.buildType())) {
            return bases;
        }
        for (Fields material : provenance.materials()) {
            String uri = material.text("uri");
            if (uri != null
                    && uri.startsWith("pkg:docker/")
                    && !TOOL.matcher(uri).matches()) {
                add(bases, material, uri, sink);
            }
        }
        return bases;
    }

    private static void add(List<AssetKey> bases, Fields material, String uri, FactSink sink) {
        String sha256 = digest(material, uri);
        try {
            if (sha256 != null) {
                bases.add(SubjectImage.key(sha256, material.pointer()));
            }
        } catch (WrongShape e) {
            sink.reject(new Rejection(material.file(), e.pointer(), "its SHA-256 digest is " + e.getMessage()));
        }
    }

    private static @Nullable String digest(Fields material, String uri) {
        String sha256 = material.object("digest").text("sha256");
        Matcher qualifier = DIGEST_QUALIFIER.matcher(uri);
        return sha256 == null && qualifier.find() ? qualifier.group(1) : sha256;
    }
}
