package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about assets: that those whose key fits a pattern are critical or sensitive; or about networks: that
 * some ranges are those of the tenant.
 *
 * <p>Key: {@code classificationrule:<64 hex>}. Source: Classification file.
 *
 * @param key its key
 * @param effect critical, sensitive, or trusted for ranges
 * @param pattern an asset key in which {@code *} stands for any characters
 * @param level very-high, high, medium or low
 * @param classes classes of data, for sensitive
 * @param reason why, in the words of the person
 * @param ranges trusted ranges in CIDR notation, for trusted
 */
public record ClassificationRule(
        AssetKey key,
        @Nullable String effect,
        @Nullable String pattern,
        @Nullable String level,
        @Nullable List<String> classes,
        @Nullable String reason,
        @Nullable List<String> ranges)
        implements Asset {
    /** Checks the key and copies lists. */
    public ClassificationRule {
        AssetKind.CLASSIFICATION_RULE.check(key);
        classes = classes == null ? null : List.copyOf(classes);
        ranges = ranges == null ? null : List.copyOf(ranges);
        if (pattern != null && pattern.indexOf('*') < 0) {
            pattern = AssetKey.parse(pattern).text();
        }
    }
}
