package dev.throughline.samples;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import java.util.List;

/** An attack path in JSON, as {@code docs/schema/paths.json} describes it. */
record PathView(
        String key,
        String title,
        String level,
        double probability,
        String entry,
        String target,
        List<StepView> steps,
        List<String> breaks,
        List<String> hardens,
        int alike) {
    static PathView of(AttackPath path) {
        return new PathView(
                path.key(),
                path.title(),
                path.level().text(),
                Json.rounded(path.probability()),
                path.entry().text(),
                path.target().text(),
                path.steps().stream().map(StepView::of).toList(),
                path.breaks(),
                path.hardens(),
                path.alike());
    }

    record StepView(
            String from, String edge, String to, List<String> techniques, double probability, EvidenceView evidence) {
        static StepView of(AttackStep step) {
            return new StepView(
                    step.from().text(),
                    step.edge(),
                    step.to().text(),
                    step.techniques(),
                    Json.rounded(step.probability()),
                    EvidenceView.of(step.evidence()));
        }
    }
}
