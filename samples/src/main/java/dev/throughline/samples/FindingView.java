package dev.throughline.samples;

import dev.throughline.finding.Finding;
import dev.throughline.finding.Term;
import dev.throughline.model.AssetKey;
import dev.throughline.model.VexStatement;
import dev.throughline.risk.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding in JSON, as {@code docs/schema/findings.json} describes it. */
record FindingView(
        String key,
        String title,
        String type,
        @Nullable String severity,
        String level,
        double score,
        List<TermView> terms,
        String asset,
        @Nullable String repository,
        @Nullable String location,
        @Nullable String vulnerability,
        List<FactorView> factors,
        List<String> workloads,
        List<String> paths,
        String state,
        @Nullable String sourceState,
        List<StatementView> statements) {
    static FindingView of(Finding finding) {
        return new FindingView(
                finding.key().text(),
                finding.title(),
                Names.of(finding.type()),
                name(finding.severity()),
                finding.level().text(),
                finding.score().value(),
                finding.score().terms().stream().map(TermView::of).toList(),
                finding.asset().text(),
                text(finding.repository()),
                finding.location(),
                text(finding.vulnerability()),
                finding.factors().stream().map(FactorView::of).toList(),
                EvidenceView.texts(finding.workloads()),
                finding.paths(),
                Names.of(finding.state()),
                name(finding.sourceState()),
                finding.statements().stream().map(StatementView::of).toList());
    }

    static @Nullable String text(@Nullable AssetKey key) {
        return key == null ? null : key.text();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : Names.of(constant);
    }

    record TermView(String name, double value, String reason) {
        static TermView of(Term term) {
            return new TermView(term.name(), Json.rounded(term.value()), term.reason());
        }
    }

    record FactorView(String factor, String asset, String statement) {
        static FactorView of(Verdict verdict) {
            return new FactorView(
                    verdict.factor().id(),
                    verdict.asset().text(),
                    verdict.evidence().statement());
        }
    }

    record StatementView(String key, String text) {
        static StatementView of(VexStatement statement) {
            return new StatementView(statement.key().text(), statement.text());
        }
    }
}
