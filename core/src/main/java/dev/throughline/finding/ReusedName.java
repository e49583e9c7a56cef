package dev.throughline.finding;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.util.function.Consumer;

/** What runs names a repository that is another one by now: its name was given up, and somebody took it. */
final class ReusedName implements OriginRule {
    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        for (AssetKey image : mapping.runningImages()) {
            mapping.candidates(image).stream()
                    .flatMap(candidate -> candidate.links().stream())
                    .filter(link -> link.evidence().fields().containsKey(Link.FORMER_REPOSITORY))
                    .findFirst()
                    .ifPresent(link -> found.accept(new UnexpectedOrigin(
                            "reused-name",
                            image,
                            image,
                            null,
                            Severity.HIGH,
                            "what runs was built from a repository that is gone; another one has its name now: "
                                    + link.repository().value())));
        }
    }
}
