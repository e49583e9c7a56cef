package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
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
        Instant[] oldest = {null};
        int number = graph.number(image);
        if (number >= 0) {
            consider(graph, number, oldest);
            graph.visitSources(number, RelationType.VARIANT_OF, variant -> consider(graph, variant, oldest));
        }
        return oldest[0];
    }

    private static void consider(RiskGraph graph, int number, @Nullable Instant[] oldest) {
        Instant at = graph.asset(number) instanceof ContainerImage image ? image.createdAt() : null;
        if (at != null && !at.isBefore(FIRST_BUILD)) {
            oldest[0] = earlier(oldest[0], at);
        }
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
