package dev.throughline.connector.oci;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageIndex;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a layout from its {@code index.json} to the manifests (OCI Image Specification 1.1). */
final class Layout {
    static final String INDEX = "index.json";

    private static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final Set<String> STATEMENTS =
            Set.of("application/vnd.in-toto+json", "application/vnd.dsse.envelope.v1+json");
    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle";
    private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";

    /** An index of indexes is rare, and one of those is unheard of. */
    private static final int DEEPEST = 4;

    private static final int MOST = 100_000;

    private final Blobs blobs;
    private final FactSink sink;
    private final Set<Digest> seen = new HashSet<>();
    private final List<Path> attestations = new ArrayList<>();
    private final List<Path> keyless = new ArrayList<>();

    private Layout(Path directory, FactSink sink) {
        this.blobs = new Blobs(directory);
        this.sink = sink;
    }

    static Layout read(Path directory, FactSink sink) {
        Layout layout = new Layout(directory, sink);
        Fields index = Json.read(InputFile.of(directory, INDEX), JsonLimits.DEFAULT);
        layout.manifests(index, null, 0);
        layout.keyless.removeAll(layout.attestations);
        return layout;
    }

    /** Blobs that hold attestations. */
    List<Path> attestations() {
        return attestations;
    }

    /** Blobs that hold envelopes whose certificate stands in the manifest, as cosign wrote them before bundles. */
    List<Path> keyless() {
        return keyless;
    }

    private void manifests(Fields index, @Nullable AssetKey parent, int depth) {
        Records.each(index.list("manifests"), sink, (descriptor, facts) -> manifest(descriptor, parent, depth, facts));
    }

    private void manifest(Fields descriptor, @Nullable AssetKey parent, int depth, FactSink facts) {
        Digest digest = Blobs.digest(descriptor);
        boolean index = INDEXES.contains(String.valueOf(descriptor.text("mediaType")));
        if (parent != null && !index && !isUnknown(descriptor.object("platform"))) {
            facts.accept(new Relation(
                    AssetKey.image(digest), RelationType.VARIANT_OF, parent, platform(descriptor.object("platform"))));
        }
        // An index may name platforms that nobody copied.
        if ((parent != null && !blobs.holds(digest)) || !seen.add(digest)) {
            return;
        }
        if (seen.size() > MOST || depth > DEEPEST) {
            throw new WrongShape(descriptor.pointer(), "too many manifests, or too deep");
        }
        Records.document(Blobs.name(digest), facts, () -> {
            Fields content = blobs.json(digest);
            if (index) {
                index(digest, content, depth);
            } else {
                Records.one(content, facts, (manifest, held) -> content(digest, manifest, held));
            }
        });
    }

    private void index(Digest digest, Fields index, int depth) {
        AssetKey key = AssetKey.of(AssetKind.IMAGE_INDEX, digest.toString());
        sink.accept(new ImageIndex(key, index.text("mediaType")));
        manifests(index, key, depth + 1);
    }

    private void content(Digest digest, Fields manifest, FactSink facts) {
        boolean attests = false;
        for (Fields layer : manifest.list("layers")) {
            String type = String.valueOf(layer.text("mediaType"));
            if (STATEMENTS.contains(type) || type.startsWith(BUNDLE)) {
                boolean beside = layer.object("annotations").has(CERTIFICATE);
                (beside ? keyless : attestations).add(Path.of(Blobs.name(Blobs.digest(layer))));
                attests = true;
            }
        }
        if (!attests && Image.isOne(manifest)) {
            facts.accept(Image.read(AssetKey.image(digest), manifest, blobs));
        }
    }

    /** BuildKit lists its attestations as a variant for no platform. */
    private static boolean isUnknown(Fields platform) {
        return "unknown".equals(platform.text("os"));
    }

    private static Map<String, String> platform(Fields platform) {
        String os = platform.text("os");
        String architecture = platform.text("architecture");
        String variant = platform.text("variant");
        return os == null || architecture == null
                ? Map.of()
                : Map.of("platform", os + "/" + architecture + (variant == null ? "" : "/" + variant));
    }
}
