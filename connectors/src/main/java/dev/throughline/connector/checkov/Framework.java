package dev.throughline.connector.checkov;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.List;

/** What was checked of one framework, such as {@code terraform}. */
final class Framework {
    private Framework() {}

    /** Reads the checks and returns how many files could not be parsed. */
    static long read(Fields framework, List<CodeResult> checks, FactSink sink) {
        if (!framework.has("results")) {
            return empty(framework);
        }
        WeaknessType type = "secrets".equals(framework.text("check_type"))
                ? WeaknessType.SECRET
                : WeaknessType.INFRASTRUCTURE_AS_CODE;
        Fields results = framework.object("results");
        Records.each(
                results.list("failed_checks"),
                sink,
                (check, facts) -> checks.add(new Check(check, type).read(SourceState.OPEN, facts)));
        Records.each(
                results.list("skipped_checks"),
                sink,
                (check, facts) -> checks.add(new Check(check, type).read(SourceState.DISMISSED, facts)));
        return results.list("parsing_errors").size();
    }

    /** Where there was nothing to check, the report is a summary alone. */
    private static long empty(Fields framework) {
        if (!framework.has("checkov_version")) {
            throw new WrongShape(framework.pointer() + "/results", "missing, so this is no JSON report of Checkov");
        }
        Long unparsed = framework.number("parsing_errors");
        return unparsed == null ? 0 : unparsed;
    }
}
