package dev.throughline.samples;

import dev.throughline.WhatIf;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.PathChange;
import dev.throughline.finding.Finding;
import dev.throughline.finding.FindingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be different, in JSON, as {@code docs/schema/what-if.json} describes it. */
record WhatIfView(
        List<StepView> steps,
        List<ChangeView> paths,
        List<String> secured,
        List<FindingView> findings,
        List<WeakenedView> weakened) {
    static WhatIfView of(WhatIf different) {
        return new WhatIfView(
                different.steps().stream()
                        .map(step -> new StepView(
                                step.from().text(), step.edge(), step.to().text()))
                        .toList(),
                different.paths().stream().map(ChangeView::of).toList(),
                EvidenceView.texts(different.secured()),
                different.findings().stream().map(FindingView::of).toList(),
                different.weakened().stream().map(WeakenedView::of).toList());
    }

    record StepView(String from, String edge, String to) {}

    record WeakenedView(String from, String edge, String to, double probabilityThen) {
        static WeakenedView of(AttackStep step) {
            return new WeakenedView(
                    step.from().text(), step.edge(), step.to().text(), Json.rounded(step.probability()));
        }
    }

    record ChangeView(
            String entry,
            String target,
            String level,
            double probability,
            @Nullable String levelThen,
            @Nullable Double probabilityThen) {
        static ChangeView of(PathChange change) {
            return new ChangeView(
                    change.before().entry().text(),
                    change.before().target().text(),
                    change.before().level().text(),
                    Json.rounded(change.before().probability()),
                    change.after() == null ? null : change.after().level().text(),
                    change.after() == null ? null : Json.rounded(change.after().probability()));
        }
    }

    record FindingView(
            String key,
            String title,
            String level,
            double score,
            @Nullable String levelThen,
            @Nullable Double scoreThen) {
        static FindingView of(FindingChange change) {
            Finding before = change.before();
            Finding after = change.after();
            return new FindingView(
                    before.key().text(),
                    before.title(),
                    before.level().text(),
                    before.score().value(),
                    after == null ? null : after.level().text(),
                    after == null ? null : after.score().value());
        }
    }
}
