package dev.throughline.connector.checkov;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.Map;
import java.util.Set;

/**
 * What was checked of one framework, such as {@code terraform}.
 *
 * @param type what its failed checks are
 * @param unparsed how many files could not be parsed
 */
record Framework(WeaknessType type, long unparsed) {
    private static final Map<String, SourceState> CHECKS =
            Map.of("failed_checks", SourceState.OPEN, "skipped_checks", SourceState.DISMISSED);

    /** Lines of code, and what was found out of the resource on the way. */
    private static final JsonShape READ = new JsonShape(
            Map.of(),
            Map.of(
                    "",
                    Set.of(
                            "code_block",
                            "fixed_definition",
                            "check_result",
                            "breadcrumbs",
                            "evaluations",
                            "entity_tags")));

    /** Reads all but the checks themselves. */
    static Framework head(JsonStream framework) {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        long[] unparsed = {0};
        framework.members((name, value) -> {
            if (name.equals("results") && !value.isNull()) {
                around.putObject(name);
                value.members((list, elements) -> {
                    if (list.equals("parsing_errors")) {
                        elements.elements(file -> unparsed[0]++);
                    }
                });
            } else {
                around.set(name, value.read().node());
            }
        });
        return of(framework.of(around), unparsed[0]);
    }

    private static Framework of(Fields framework, long unparsed) {
        WeaknessType type = "secrets".equals(framework.text("check_type"))
                ? WeaknessType.SECRET
                : WeaknessType.INFRASTRUCTURE_AS_CODE;
        if (framework.has("results")) {
            return new Framework(type, unparsed);
        }
        // Where there was nothing to check, the report is a summary alone.
        if (!framework.has("checkov_version")) {
            throw new WrongShape(framework.pointer() + "/results", "missing, so this is no JSON report of Checkov");
        }
        Long counted = framework.number("parsing_errors");
        return new Framework(type, counted == null ? 0 : counted);
    }

    /** Reads the checks, one by one. */
    void checks(JsonStream framework, CodeResults checks, FactSink sink) {
        framework.members((name, value) -> {
            if (name.equals("results")) {
                value.members((list, elements) -> {
                    SourceState state = CHECKS.get(list);
                    if (state != null) {
                        elements.elements(check -> Records.one(
                                check.read(READ),
                                sink,
                                (one, facts) -> checks.add(new Check(one, type).read(state, facts), facts)));
                    }
                });
            }
        });
    }
}
