package dev.throughline.connector.sarif;

import dev.throughline.connector.support.ScanType;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule that results name, and what is the same in all of them. */
final class UsedRule {
    private final ToolRule rule;
    private final String tool;
    private final @Nullable AssetKey key;
    private final WeaknessType inImage;
    private final WeaknessType elsewhere;
    private final Set<String> cwes = new LinkedHashSet<>();
    private boolean hasResults;

    UsedRule(ToolRule rule, String tool, String slug) {
        this.rule = rule;
        this.tool = tool;
        Asset asset = rule.asset(tool, Set.of());
        this.key = asset == null ? null : asset.key();
        boolean isVulnerability = rule.vulnerability() != null;
        this.inImage = ScanType.of(slug, rule.name(), isVulnerability, true);
        this.elsewhere = ScanType.of(slug, rule.name(), isVulnerability, false);
    }

    ToolRule rule() {
        return rule;
    }

    /** Key of the rule or vulnerability; null for results without a rule. */
    @Nullable
    AssetKey key() {
        return key;
    }

    WeaknessType type(boolean ofImage) {
        return ofImage ? inImage : elsewhere;
    }

    /** Takes note of a result, and of what it is classified as. */
    void add(Collection<String> more) {
        hasResults = true;
        cwes.addAll(more);
    }

    /** The rule or vulnerability, with what its results are classified as; null if there are none, or they have no rule. */
    @Nullable
    Asset asset() {
        return hasResults ? rule.asset(tool, cwes) : null;
    }
}
