package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a scanner.
 *
 * <p>Key: {@code rule:codeql/java/sql-injection}. Source: SARIF 2.1.0 §3.49 reportingDescriptor.
 *
 * @param key its key
 * @param name id of the rule
 * @param tool tool it belongs to
 * @param title one line
 * @param severity severity by its author
 * @param securitySeverity numeric security severity, 0.0 to 10.0
 * @param cwes weakness ids such as CWE-79
 */
public record Rule(
        AssetKey key,
        @Nullable String name,
        @Nullable String tool,
        @Nullable String title,
        @Nullable Severity severity,
        @Nullable Double securitySeverity,
        @Nullable List<String> cwes)
        implements Asset {
    /** Checks the key and copies lists. */
    public Rule {
        AssetKind.RULE.check(key);
        cwes = cwes == null ? null : List.copyOf(cwes);
    }
}
