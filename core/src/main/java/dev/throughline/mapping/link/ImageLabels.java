package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Labels of the image configuration (OCI Image Specification 1.1, <em>Pre-Defined Annotation Keys</em>, and the older
 * label-schema.org convention). A claim: anybody who builds an image can write them.
 */
final class ImageLabels implements Linker {
    private static final List<String> SOURCE = List.of(
            "org.opencontainers.image.source", "org.opencontainers.image.url", "org.label-schema.vcs-url", "vcs-url");
    private static final List<String> REVISION =
            List.of("org.opencontainers.image.revision", "org.label-schema.vcs-ref", "vcs-ref");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        graph.assets(ContainerImage.class).forEach(image -> {
            if (image.labels() != null) {
                link(image, byName(image.labels()), links);
            }
        });
    }

    private static Map<String, String> byName(List<String> labels) {
        Map<String, String> byName = new HashMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            if (equals > 0) {
                byName.put(label.substring(0, equals), label.substring(equals + 1));
            }
        }
        return byName;
    }

    private static void link(ContainerImage image, Map<String, String> labels, Consumer<Link> links) {
        for (String name : SOURCE) {
            String source = labels.getOrDefault(name, "");
            AssetKey repository = Addresses.repository(source);
            if (repository != null) {
                Evidence evidence = Evidence.of("a label of the image claims this repository", image.key())
                        .with(name, source);
                links.accept(new Link(
                        image.key(),
                        repository,
                        commit(repository, labels),
                        null,
                        null,
                        LinkMethod.IMAGE_LABEL,
                        evidence));
                return;
            }
        }
    }

    private static @Nullable AssetKey commit(AssetKey repository, Map<String, String> labels) {
        for (String name : REVISION) {
            AssetKey commit = Addresses.commit(repository, labels.get(name));
            if (commit != null) {
                return commit;
            }
        }
        return null;
    }
}
