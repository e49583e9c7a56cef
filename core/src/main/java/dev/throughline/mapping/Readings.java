package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Provenance;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Scope;
import java.util.Collection;
import java.util.Optional;

/** What was read of an estate, and how completely. */
final class Readings {
    private final RiskGraph graph;

    Readings(RiskGraph graph) {
        this.graph = graph;
    }

    /** Whether any scope described it; what was only mentioned has a name, and nothing else is known of it. */
    boolean isRead(AssetKey asset) {
        return !graph.sourcesOf(asset).isEmpty();
    }

    /** What is missing in the readings of the scopes that described any of the assets. */
    Optional<StageGap> gap(Collection<AssetKey> assets) {
        return assets.stream()
                .flatMap(asset -> graph.sourcesOf(asset).stream())
                .map(Provenance::scope)
                .distinct()
                .sorted()
                .flatMap(scope -> gap(scope).stream())
                .findFirst();
    }

    private Optional<StageGap> gap(Scope scope) {
        return graph.gap(scope)
                .map(missing -> new StageGap(
                        Cause.READ_IN_PART,
                        scope.toString(),
                        "the scope " + scope + " was read in part (" + missing + "), and may hold what is missing here",
                        "mend what stopped the reading of " + scope
                                + ", a lacking permission for example, and read it again"));
    }
}
