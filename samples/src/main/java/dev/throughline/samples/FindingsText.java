package dev.throughline.samples;

import dev.throughline.finding.Finding;
import dev.throughline.finding.Term;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings for people. */
final class FindingsText {
    private FindingsText() {}

    static void print(Terminal terminal, List<Finding> findings) {
        int number = 0;
        for (Finding finding : findings) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%3d. %-13s %5.1f  %s",
                    ++number,
                    finding.level().text(),
                    finding.score().value(),
                    finding.title()));
            terminal.lines("       ", details(finding));
        }
    }

    private static List<String> details(Finding finding) {
        List<String> details = new ArrayList<>();
        details.add("at         " + finding.asset() + (finding.location() == null ? "" : " " + finding.location()));
        if (finding.repository() != null && !finding.repository().equals(finding.asset())) {
            details.add("fix in     " + finding.repository());
        }
        if (!finding.workloads().isEmpty()) {
            details.add("runs as    "
                    + String.join(
                            ", ",
                            finding.workloads().stream().map(AssetKey::value).toList()));
        }
        List<String> factors = finding.factors().stream()
                .map(verdict -> verdict.factor().id())
                .distinct()
                .sorted()
                .toList();
        if (!factors.isEmpty()) {
            details.add("factors    " + String.join(", ", factors));
        }
        finding.statements().forEach(said -> details.add("VEX        " + said.text()));
        for (Term term : finding.score().terms()) {
            details.add(String.format(Locale.ROOT, "%-10s %.2f %s", term.name(), term.value(), term.reason()));
        }
        return details;
    }
}
