package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.ImageTag;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * What only looks so: a tag that is the name of a known commit, and a repository of a registry with the path of a known
 * source repository. Whoever may push to a registry chooses both.
 */
final class TagOrName implements Linker {
    /** A tag by which cosign attaches a document to an image; what it points at is no image. */
    private static final Pattern ATTACHED = Pattern.compile(".*:sha256-[0-9a-f]{64}\\.(?:att|sig|sbom)");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        Repositories repositories = new Repositories(graph);
        Commits commits = new Commits(graph);
        graph.assets(ImageTag.class).forEach(tag -> {
            AssetKey commit = commits.named(nameOf(tag), repositories.at(path(tag.key())));
            if (commit != null) {
                graph.visitTargets(
                        graph.number(tag.key()),
                        RelationType.TAGGED,
                        image -> links.accept(byTag(graph.key(image), tag.key(), commit)));
            }
        });
        graph.assets(RegistryRepository.class).forEach(holder -> {
            AssetKey repository = repositories.at(path(holder.key()));
            if (repository != null) {
                held(graph, holder.key(), image -> {
                    if (!isAttached(graph, image)) {
                        links.accept(byPath(graph.key(image), holder.key(), repository));
                    }
                });
            }
        });
    }

    private static void held(RiskGraph graph, AssetKey holder, IntConsumer images) {
        int number = graph.number(holder);
        graph.visitTargets(number, RelationType.HOLDS, images);
        graph.visitTargets(number, RelationType.CONTAINS, tag -> {
            if (graph.asset(tag) instanceof ImageTag) {
                graph.visitTargets(tag, RelationType.TAGGED, images);
            }
        });
    }

    private static boolean isAttached(RiskGraph graph, int image) {
        boolean[] attached = {false};
        graph.visitSources(
                image,
                RelationType.TAGGED,
                tag -> attached[0] |= ATTACHED.matcher(graph.key(tag).text()).matches());
        return attached[0];
    }

    private static Link byTag(AssetKey image, AssetKey tag, AssetKey commit) {
        return new Link(
                image,
                Commits.repository(commit),
                commit,
                null,
                null,
                LinkMethod.NAME,
                new Evidence(
                        "a tag of the image is the name of a commit of this repository",
                        List.of(image, tag, commit),
                        Map.of()));
    }

    private static Link byPath(AssetKey image, AssetKey holder, AssetKey repository) {
        return new Link(
                image,
                repository,
                null,
                null,
                null,
                LinkMethod.NAME,
                new Evidence(
                        "the image is in a registry under the path of this repository",
                        List.of(image, holder, repository),
                        Map.of()));
    }

    /** What follows the registry, without a tag. */
    private static String path(AssetKey key) {
        String address = key.value();
        int colon = key.mayBe(AssetKind.IMAGE_TAG) ? address.lastIndexOf(':') : address.length();
        return address.substring(address.indexOf('/') + 1, Math.max(colon, address.indexOf('/') + 1))
                .toLowerCase(Locale.ROOT);
    }

    private static String nameOf(ImageTag tag) {
        String name = tag.name();
        return name != null
                ? name
                : tag.key().value().substring(tag.key().value().lastIndexOf(':') + 1);
    }
}
