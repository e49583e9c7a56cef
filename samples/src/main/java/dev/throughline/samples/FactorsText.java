package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.util.List;

/** The risk factors of workloads, for people. */
final class FactorsText {
    private static final List<Factor> FACTORS =
            List.of(Factor.INTERNET_EXPOSED, Factor.SENSITIVE_DATA, Factor.CRITICAL_RESOURCE, Factor.LATERAL_MOVEMENT);

    private FactorsText() {}

    static void print(Terminal terminal, Assessment assessment) {
        Table table = new Table("WORKLOAD", "INTERNET-EXPOSED", "SENSITIVE-DATA", "CRITICAL", "LATERAL-MOVEMENT");
        List<AssetKey> workloads =
                assessment.graph().assets(Workload.class).map(Workload::key).toList();
        for (AssetKey workload : workloads) {
            List<String> answers = FACTORS.stream()
                    .map(factor -> answer(assessment.factors().of(workload, factor)))
                    .toList();
            table.row(workload.value(), answers.get(0), answers.get(1), answers.get(2), answers.get(3));
        }
        terminal.lines("", table.lines());
        terminal.line("");
        for (AssetKey workload : workloads) {
            assessment.factors().of(workload).stream()
                    .filter(verdict -> verdict.answer() != Verdict.Answer.NO)
                    .forEach(verdict -> terminal.line(workload.value() + " " + verdict.factor() + ": " + answer(verdict)
                            + ", " + verdict.evidence().statement()));
        }
    }

    /** The answer, with the width of an exposure or the level of a critical resource. */
    private static String answer(Verdict verdict) {
        String answer = Names.of(verdict.answer());
        String width = verdict.evidence().fields().get("width");
        String level = verdict.evidence().fields().get("level");
        String more = width != null ? width : level;
        return verdict.isYes() && more != null ? answer + " (" + more + ")" : answer;
    }
}
