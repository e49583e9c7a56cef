package dev.throughline.connector.trivy;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Rule;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule that a file breaks: an element of {@code Misconfigurations} or {@code Secrets}. */
final class FailedRule {
    private final Fields finding;
    private final Result result;

    FailedRule(Fields finding, Result result) {
        this.finding = finding;
        this.result = result;
    }

    /** A check that passed or was excepted is no weakness. */
    void misconfiguration(FactSink sink) {
        String status = finding.text("Status");
        if (status != null && !status.equals("FAIL")) {
            return;
        }
        String id = finding.requiredText("ID");
        String title = finding.text("Title");
        if (result.scanned().isRunning()) { // an object breaks a rule once, with however many of its containers
            read(id, title, WeaknessType.CLOUD, result.scanned().place(), Fields.NONE, null, sink);
            return;
        }
        Fields cause = finding.object("CauseMetadata");
        read(id, title, WeaknessType.INFRASTRUCTURE_AS_CODE, result.target(), cause, cause.text("Resource"), sink);
    }

    /** Neither {@code Match} nor {@code Code}, which show the secret, are ever read. */
    void secret(FactSink sink) {
        String id = finding.requiredText("RuleID");
        read(id, "Secret found by rule " + id, WeaknessType.SECRET, result.target(), finding, null, sink);
    }

    private void read(
            String id,
            @Nullable String title,
            WeaknessType type,
            @Nullable String target,
            Fields place,
            @Nullable String resource,
            FactSink sink) {
        Rule rule = new Rule(
                Fingerprint.rule(Result.TOOL, id),
                id,
                Result.TOOL,
                type == WeaknessType.SECRET ? null : title,
                Result.severity(finding),
                null,
                null);
        sink.accept(rule);
        result.add(
                new CodeResult(
                        Result.TOOL,
                        id,
                        Objects.toString(resource, ""),
                        null,
                        target,
                        line(place),
                        type,
                        title == null ? id : title,
                        rule.severity(),
                        SourceState.OPEN,
                        null,
                        rule.key()),
                sink);
    }

    /** Lines count from 1; Go writes 0 where there is none. */
    private static @Nullable Long line(Fields place) {
        Long line = place.number("StartLine");
        return line == null || line < 1 ? null : line;
    }
}
