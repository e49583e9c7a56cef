package dev.throughline.samples;

import dev.throughline.mapping.Coverage;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.stream.Collectors;

/** How much is mapped, for people. */
final class CoverageText {
    private CoverageText() {}

    static void print(Terminal terminal, Coverage coverage) {
        terminal.line(coverage.mapped() + " of " + coverage.workloads() + " workloads are mapped ("
                + PathsText.percent(coverage.share()).strip() + "), " + coverage.partial() + " in part, "
                + coverage.conflicts() + " in conflict");
        terminal.heading("Methods");
        Table methods = new Table("METHOD", "WORKLOADS");
        coverage.byMethod().forEach((method, count) -> methods.row(Names.of(method), count));
        terminal.lines("", methods.lines());
        terminal.heading("Trust");
        Table grades = new Table("TRUST", "WORKLOADS");
        coverage.byTrust().forEach((trust, count) -> grades.row(Names.of(trust), count));
        terminal.lines("", grades.lines());
        if (coverage.reasons().isEmpty()) {
            return;
        }
        terminal.heading("Not mapped, because");
        Table reasons = new Table("CAUSE", "WORKLOADS", "SUCH AS");
        coverage.reasons().forEach(r -> reasons.row(Names.of(r.cause()), r.workloads(), names(r.examples())));
        terminal.lines("", reasons.lines());
        terminal.heading("What would help most");
        Table fixes = new Table("MAPS", "HELPS", "WHAT TO DO");
        coverage.fixes().forEach(fix -> fixes.row(fix.maps(), fix.helps(), fix.remedy()));
        terminal.lines("", fixes.lines());
    }

    private static String names(List<AssetKey> examples) {
        return examples.stream().map(AssetKey::value).collect(Collectors.joining(", "));
    }
}
