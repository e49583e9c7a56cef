package dev.throughline.finding;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Evidence names different repositories. Two documents that disagree, or one that was refused, are a grave matter; a mere
 * label that says something else is mostly a copy from elsewhere.
 */
final class ContradictingEvidence implements OriginRule {
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
        Candidate rival = candidates.get(1);
        boolean isDocument = rival.trust().compareTo(Trust.ASSERTED) <= 0
                || rival.strongest().method() == LinkMethod.REFUSED_PROVENANCE;
        return isDocument ? Severity.HIGH : Severity.MEDIUM;
    }

    private static String text(Candidate candidate) {
        return candidate.repository().value() + " (" + candidate.trust().name().toLowerCase(Locale.ROOT) + ")";
    }
}
