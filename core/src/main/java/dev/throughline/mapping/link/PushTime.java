package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Since when registries hold an image, by their own clocks: a time that whoever pushes cannot choose. */
final class PushTime {
    private PushTime() {}

    /** The earliest that any registry tells; null if none does. */
    static @Nullable Instant of(RiskGraph graph, AssetKey image) {
        Instant earliest = null;
        for (Relation held : graph.incoming(image, RelationType.HOLDS)) {
            earliest = BuildTime.earlier(earliest, instant(held.properties().get("pushedAt")));
        }
        return earliest;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null; // what is no time tells nothing
        }
    }
}
