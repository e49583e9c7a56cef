package dev.throughline.connector.gitleaks;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.SourcePath;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Rule;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import org.jspecify.annotations.Nullable;

/** A finding. Of what it holds only rule, file, line, commit and address are ever asked for. */
final class Leak {
    private static final String TOOL = "gitleaks";

    private Leak() {}

    /** gitleaks rates nothing, so the severity is unknown. */
    static CodeResult read(Fields finding, FactSink sink) {
        String id = finding.requiredText("RuleID");
        String description = filled(finding, "Description");
        Rule rule = new Rule(
                Fingerprint.rule(TOOL, id),
                id,
                TOOL,
                description == null ? null : OneLine.of(description),
                null,
                null,
                null);
        sink.accept(rule);
        String file = finding.requiredText("File");
        String link = filled(finding, "SymlinkFile");
        return new CodeResult(
                TOOL,
                id,
                message(id, file, filled(finding, "Commit")),
                null,
                SourcePath.of(link == null ? file : link),
                line(finding),
                WeaknessType.SECRET,
                "Secret found by rule " + id,
                null,
                SourceState.OPEN,
                filled(finding, "Link"),
                rule.key());
    }

    /** The sentence of a SARIF log of the same scan, so that the finding has one key in both. */
    private static String message(String rule, String file, @Nullable String commit) {
        return rule + " has detected secret for file " + file + (commit == null ? "." : " at commit " + commit + ".");
    }

    /** Lines count from 1; Go writes 0 where there is none. */
    private static @Nullable Long line(Fields finding) {
        Long line = finding.number("StartLine");
        return line == null || line < 1 ? null : line;
    }

    private static @Nullable String filled(Fields finding, String field) {
        String text = finding.text(field);
        return text == null || text.isBlank() ? null : text;
    }
}
