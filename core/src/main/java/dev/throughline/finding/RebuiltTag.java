package dev.throughline.finding;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A tag that names one version or commit was seen at several images: it was pushed again, by a second build or by somebody
 * else. Tags that are meant to move, such as {@code latest} or {@code 1.4}, are not reported.
 */
final class RebuiltTag implements OriginRule {
    private static final Pattern FIXED =
            Pattern.compile("[vV]?[0-9]+\\.[0-9]+\\.[0-9]+(?:[-+._].*)?|(?:sha-)?[0-9a-f]{40}");

    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        Set<AssetKey> running = mapping.runningImages();
        graph.assets(ImageTag.class).forEach(tag -> {
            String text = tag.key().value();
            Set<AssetKey> images = images(graph, mapping, tag.key());
            if (images.size() > 1
                    && FIXED.matcher(text.substring(text.lastIndexOf(':') + 1)).matches()) {
                AssetKey asset = images.stream()
                        .filter(running::contains)
                        .findFirst()
                        .orElse(images.iterator().next());
                found.accept(new UnexpectedOrigin(
                        "rebuilt-tag",
                        tag.key(),
                        asset,
                        null,
                        Severity.MEDIUM,
                        "the tag " + text + " names one version, but was pushed " + images.size()
                                + " times with different digests"));
            }
        });
    }

    /** What a tag was seen at, each image by the first of its names. */
    static Set<AssetKey> images(RiskGraph graph, Mapping mapping, AssetKey tag) {
        Set<AssetKey> images = new TreeSet<>();
        for (Relation tagged : graph.outgoing(tag, RelationType.TAGGED)) {
            images.add(mapping.namesOf(tagged.to()).get(0));
        }
        return images;
    }
}
