package dev.throughline.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about assets: that those which fit are critical or sensitive, or that a risk factor holds for them or
 * does not; all of pattern, kind, name, tag, namespace and account that are said must fit. Or about networks: that some ranges
 * are those of the tenant.
 *
 * <p>Key: {@code classificationrule:<64 hex>}. Source: Classification file.
 *
 * @param key its key
 * @param effect critical, sensitive, verdict, or trusted for ranges
 * @param pattern an asset key in which {@code *} stands for any characters
 * @param level very-high, high, medium or low
 * @param classes classes of data, for sensitive
 * @param reason why, in the words of the person
 * @param ranges trusted ranges in CIDR notation, for trusted
 * @param ofKind label of the kind, such as {@code DataStore}
 * @param named name, in which {@code *} stands for any characters
 * @param tagged tag or label as {@code key=value}
 * @param inNamespace namespace of a cluster
 * @param inAccount id of a cloud account, subscription or project
 * @param factor id of the risk factor, for verdict
 * @param answer yes or no, for verdict
 * @param by who says so, for verdict
 * @param until when it ceases to count; null for never
 */
public record ClassificationRule(
        AssetKey key,
        @Nullable String effect,
        @Nullable String pattern,
        @Nullable String level,
        @Nullable List<String> classes,
        @Nullable String reason,
        @Nullable List<String> ranges,
        @Nullable String ofKind,
        @Nullable String named,
        @Nullable String tagged,
        @Nullable String inNamespace,
        @Nullable String inAccount,
        @Nullable String factor,
        @Nullable String answer,
        @Nullable String by,
        @Nullable Instant until)
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
