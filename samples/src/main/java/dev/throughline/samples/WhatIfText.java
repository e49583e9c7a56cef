package dev.throughline.samples;

import dev.throughline.WhatIf;
import dev.throughline.attack.AttackPath;
import dev.throughline.finding.Finding;
import dev.throughline.finding.FindingChange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What would be different, for people. */
final class WhatIfText {
    private WhatIfText() {}

    static void print(Terminal terminal, WhatIf different) {
        terminal.line(different.steps().size() + " attack steps go"
                + (different.weakened().isEmpty()
                        ? ""
                        : ", " + different.weakened().size() + " lose a part of what makes them possible")
                + ": "
                + different.gone().size() + " paths with them, "
                + different.changed().size() + " get less likely");
        if (!different.paths().isEmpty()) {
            terminal.heading("Paths");
            Table paths = new Table("NOW", "THEN", "FROM", "TO");
            different
                    .paths()
                    .forEach(change -> paths.row(
                            text(change.before()),
                            text(change.after()),
                            change.before().entry(),
                            change.before().target()));
            terminal.lines("", paths.lines());
        }
        if (!different.secured().isEmpty()) {
            terminal.heading("Out of reach");
            terminal.lines("", EvidenceView.texts(different.secured()));
        }
        if (!different.findings().isEmpty()) {
            terminal.heading("Findings");
            Table findings = new Table("NOW", "THEN", "FINDING");
            different.findings().forEach(change -> row(findings, change));
            terminal.lines("", findings.lines());
        }
    }

    private static void row(Table table, FindingChange change) {
        Finding after = change.after();
        table.row(
                score(change.before()),
                after == null ? "mended" : score(after),
                change.before().title());
    }

    private static String text(@Nullable AttackPath path) {
        return path == null
                ? "gone"
                : path.level().text() + " "
                        + PathsText.percent(path.probability()).strip();
    }

    private static String score(Finding finding) {
        return String.format(
                Locale.ROOT, "%s %.1f", finding.level().text(), finding.score().value());
    }
}
