package dev.throughline;

import dev.throughline.finding.Finding;
import dev.throughline.model.VexStatement;
import dev.throughline.store.Projection.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was concluded of a weakness.
 *
 * @param finding the finding
 */
record Judgement(Finding finding) implements Content {
    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("level", finding.level().text());
        properties.put("score", finding.score().value());
        properties.put("open", finding.state() == Finding.State.OPEN);
        properties.put("category", DerivedElements.text(finding.type()));
        if (finding.severity() != null) {
            properties.put("rating", DerivedElements.text(finding.severity()));
        }
        properties.put("factors", factors());
        if (!finding.statements().isEmpty()) {
            properties.put("statements", statements());
        }
        properties.put(
                "terms",
                finding.score().terms().stream()
                        .map(t -> String.format(Locale.ROOT, "%s %.3f: %s", t.name(), t.value(), t.reason()))
                        .toList());
        return properties;
    }

    private List<String> factors() {
        return finding.factors().stream()
                .map(verdict -> verdict.factor().id())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> statements() {
        return finding.statements().stream().map(VexStatement::text).toList();
    }

    /** Most of a finding is not shown here. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Judgement that
                && finding.score().equals(that.finding.score())
                && finding.state() == that.finding.state()
                && finding.type() == that.finding.type()
                && finding.severity() == that.finding.severity()
                && factors().equals(that.factors())
                && finding.statements().equals(that.finding.statements());
    }

    @Override
    public int hashCode() {
        return finding.score().hashCode();
    }
}
