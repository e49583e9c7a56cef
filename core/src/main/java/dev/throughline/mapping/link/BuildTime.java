package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an image was built, as its configuration says: whoever builds an image writes that time. */
final class BuildTime {
    /** What is older is no time of a build: reproducible builds write 1970 or 1980. */
    private static final Instant FIRST_BUILD = Instant.parse("2008-01-01T00:00:00Z");

    private BuildTime() {}

    /** The time of an image; of an index, that of its oldest platform. Null if none tells a time of a build. */
    static @Nullable Instant of(RiskGraph graph, AssetKey image) {
        return of(graph, image, null);
    }

    /**
     * The same for an image that a commit is said to have been built to. A build that is reproducible writes the time of its
     * commit ({@code SOURCE_DATE_EPOCH}), which is none of a build. That it was this commit, labels of the image have to
     * say as well: whoever makes a commit chooses its time, and could choose that of an image that is there.
     */
    static @Nullable Instant of(RiskGraph graph, AssetKey image, @Nullable Commit commit) {
        Instant[] oldest = {null};
        int number = graph.number(image);
        if (number >= 0) {
            consider(graph, number, commit, oldest);
            graph.visitSources(number, RelationType.VARIANT_OF, variant -> consider(graph, variant, commit, oldest));
        }
        return oldest[0];
    }

    private static void consider(RiskGraph graph, int number, @Nullable Commit commit, @Nullable Instant[] oldest) {
        if (graph.asset(number) instanceof ContainerImage image
                && image.createdAt() != null
                && !image.createdAt().isBefore(FIRST_BUILD)
                && !(commit != null && isTimeOf(commit, image))) {
            oldest[0] = earlier(oldest[0], image.createdAt());
        }
    }

    private static boolean isTimeOf(Commit commit, ContainerImage image) {
        return commit.committedAt() != null
                && commit.committedAt().equals(image.createdAt())
                && commit.key().equals(ImageLabels.commit(image));
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
