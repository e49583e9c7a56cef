package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Labels of the image configuration: those of the OCI Image Specification 1.1 (<em>Pre-Defined Annotation Keys</em>), of
 * its forerunner label-schema.org, and those that the builders of Azure DevOps (task Docker@2) and OpenShift write. A
 * claim: anybody who builds an image can write them. An image inherits the labels of its base, and those speak of the base.
 */
final class ImageLabels implements Linker {
    private static final List<String> SOURCE = List.of(
            "org.opencontainers.image.source",
            "com.azure.dev.image.build.repository.uri",
            "image.build.repository.uri",
            "io.openshift.build.source-location",
            "org.label-schema.vcs-url",
            "vcs-url",
            "org.opencontainers.image.url");
    private static final List<String> REVISION = List.of(
            "org.opencontainers.image.revision",
            "com.azure.dev.image.build.sourceversion",
            "image.build.sourceversion",
            "io.openshift.build.commit.id",
            "org.label-schema.vcs-ref",
            "vcs-ref");
    private static final List<String> PIPELINE =
            List.of("com.azure.dev.image.build.definitionname", "image.build.definitionname");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        Addresses addresses = new Addresses();
        NameReuse names = new NameReuse(graph);
        graph.assets(ContainerImage.class).forEach(image -> {
            Map<String, String> labels = Settings.byName(image.labels());
            for (String name : SOURCE) {
                AssetKey repository = addresses.repository(labels.get(name));
                if (repository != null) {
                    if (!isOfTheBase(graph, image, labels, name)) {
                        links.accept(names.checked(link(image, labels, name, repository)));
                    }
                    return;
                }
            }
        });
    }

    /** The commit of a repository that labels of the image name, both together. */
    static @Nullable AssetKey commit(ContainerImage image) {
        Map<String, String> labels = Settings.byName(image.labels());
        Addresses addresses = new Addresses();
        for (String name : SOURCE) {
            AssetKey repository = addresses.repository(labels.get(name));
            if (repository != null) {
                return commit(repository, labels, new TreeMap<>());
            }
        }
        return null;
    }

    /** Whether source and revision are those of an image it was built upon, so that it wrote neither. */
    private static boolean isOfTheBase(
            RiskGraph graph, ContainerImage image, Map<String, String> labels, String source) {
        for (ContainerImage base : graph.targets(image.key(), RelationType.BASED_ON, ContainerImage.class)) {
            Map<String, String> inherited = Settings.byName(base.labels());
            if (labels.getOrDefault(source, "").equals(inherited.get(source))
                    && REVISION.stream()
                            .allMatch(r -> labels.getOrDefault(r, "").equals(inherited.getOrDefault(r, "")))) {
                return true;
            }
        }
        return false;
    }

    private static Link link(ContainerImage image, Map<String, String> labels, String source, AssetKey repository) {
        Map<String, String> fields = new TreeMap<>();
        fields.put(source, labels.getOrDefault(source, ""));
        AssetKey commit = commit(repository, labels, fields);
        PIPELINE.stream().filter(labels::containsKey).forEach(p -> fields.put(p, labels.getOrDefault(p, "")));
        return new Link(
                image.key(),
                repository,
                commit,
                null,
                null,
                LinkMethod.IMAGE_LABEL,
                new Evidence("a label of the image claims this repository", List.of(image.key()), fields));
    }

    private static @Nullable AssetKey commit(
            AssetKey repository, Map<String, String> labels, Map<String, String> fields) {
        for (String name : REVISION) {
            String revision = labels.get(name);
            AssetKey commit = Addresses.commit(repository, revision);
            if (revision != null && commit != null) {
                fields.put(name, revision);
                return commit;
            }
        }
        return null;
    }
}
