package dev.throughline.samples;

import dev.throughline.mapping.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much is mapped, in JSON, as {@code docs/schema/coverage.json} describes it. */
record CoverageView(
        int workloads,
        int mapped,
        int partial,
        int conflicts,
        double share,
        Map<String, Integer> methods,
        Map<String, Integer> trust,
        List<ReasonView> reasons,
        List<FixView> fixes) {
    static CoverageView of(Coverage coverage) {
        return new CoverageView(
                coverage.workloads(),
                coverage.mapped(),
                coverage.partial(),
                coverage.conflicts(),
                Json.rounded(coverage.share()),
                byName(coverage.byMethod()),
                byName(coverage.byTrust()),
                coverage.reasons().stream().map(ReasonView::of).toList(),
                coverage.fixes().stream().map(FixView::of).toList());
    }

    private static <E extends Enum<E>> Map<String, Integer> byName(Map<E, Integer> counts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        counts.forEach((constant, count) -> named.put(Names.of(constant), count));
        return named;
    }

    record ReasonView(String cause, int workloads, List<String> examples) {
        static ReasonView of(Coverage.Reason reason) {
            return new ReasonView(Names.of(reason.cause()), reason.workloads(), EvidenceView.texts(reason.examples()));
        }
    }

    record FixView(String cause, @Nullable String subject, String remedy, int maps, int helps, List<String> examples) {
        static FixView of(Coverage.Fix fix) {
            return new FixView(
                    Names.of(fix.cause()),
                    fix.subject(),
                    fix.remedy(),
                    fix.maps(),
                    fix.helps(),
                    EvidenceView.texts(fix.examples()));
        }
    }
}
