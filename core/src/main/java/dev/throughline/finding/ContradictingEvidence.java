package dev.throughline.finding;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Evidence names different repositories. A document or a report that names another one is a grave matter; a mere
 * label that says something else is mostly a copy from elsewhere.
 */
final class ContradictingEvidence implements OriginRule {
    private static final Set<LinkMethod> DOCUMENTS = EnumSet.of(
            LinkMethod.VERIFIED_PROVENANCE,
            LinkMethod.PLATFORM_BUILD,
            LinkMethod.PROVENANCE,
            LinkMethod.REFUSED_PROVENANCE);

    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        for (AssetKey image : mapping.mappedImages()) {
            if (mapping.isConflict(image)) {
                List<Candidate> candidates = mapping.candidates(image);
                found.accept(new UnexpectedOrigin(
                        "",
                        image,
                        image,
                        candidates.get(0).repository(),
                        severity(candidates),
                        "evidence on the origin of the image disagrees: "
                                + candidates.stream()
                                        .map(ContradictingEvidence::text)
                                        .collect(Collectors.joining(", "))));
            }
        }
    }

    private static Severity severity(List<Candidate> candidates) {
        return candidates.get(1).links().stream().anyMatch(link -> DOCUMENTS.contains(link.method()))
                ? Severity.HIGH
                : Severity.MEDIUM;
    }

    private static String text(Candidate candidate) {
        return candidate.repository().value() + " (" + candidate.trust().name().toLowerCase(Locale.ROOT) + ")";
    }
}
