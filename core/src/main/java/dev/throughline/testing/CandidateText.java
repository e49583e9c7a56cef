package dev.throughline.testing;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Text;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows what speaks for a candidate. Evidence comes from outside, so it is quoted. */
final class CandidateText {
    private CandidateText() {}

    /** The candidate with method, trust and confidence, and each of its links with its evidence. */
    static String of(Candidate candidate) {
        return candidate
                + Lines.indented(
                        candidate.links().stream().map(CandidateText::of).toList());
    }

    /** Method, trust and evidence. */
    static String of(Link link) {
        String fields = link.evidence().fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(", "));
        return name(link.method()) + " (" + name(link.trust()) + "): "
                + Text.quote(link.evidence().statement()) + (fields.isEmpty() ? "" : " [" + Text.quote(fields) + "]");
    }

    /** Where it comes from, without how sure that is. */
    static String place(Candidate candidate) {
        return candidate.commit().orElse(candidate.repository())
                + candidate
                        .run()
                        .map(AssetKey::value)
                        .map(run -> " in run " + run)
                        .orElse("");
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
