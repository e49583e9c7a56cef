package dev.throughline.connector.support;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner said of a place in a repository, before it has a key.
 *
 * @param tool name of the scanner
 * @param rule id of the rule; empty if the scanner names none
 * @param message what the scanner says of this place. Only hashed, for it may quote code
 * @param lineHash hash of the lines around, where the scanner gives one (SARIF 2.1.0 §3.27.17)
 * @param path file, from the root of the repository
 * @param line first line, from 1
 * @param type what kind of scan it was
 * @param title one line, without source code
 * @param severity severity as reported
 * @param state state in the system that reported it
 * @param url address of the alert
 * @param instanceOf key of the rule or vulnerability
 * @param details what else is known of the place: properties of {@link dev.throughline.model.RelationType#AFFECTS}
 * @param secretHash keyed hash of a credential, see {@link SecretHash}
 */
public record CodeResult(
        String tool,
        String rule,
        String message,
        @Nullable String lineHash,
        @Nullable String path,
        @Nullable Long line,
        WeaknessType type,
        String title,
        @Nullable Severity severity,
        SourceState state,
        @Nullable String url,
        @Nullable AssetKey instanceOf,
        Map<String, String> details,
        @Nullable String secretHash) {
    /**
     * A result of whose place nothing else is known.
     *
     * @param tool name of the scanner
     * @param rule id of the rule; empty if the scanner names none
     * @param message what the scanner says of this place
     * @param lineHash hash of the lines around, where the scanner gives one
     * @param path file, from the root of the repository
     * @param line first line, from 1
     * @param type what kind of scan it was
     * @param title one line, without source code
     * @param severity severity as reported
     * @param state state in the system that reported it
     * @param url address of the alert
     * @param instanceOf key of the rule or vulnerability
     */
    public CodeResult(
            String tool,
            String rule,
            String message,
            @Nullable String lineHash,
            @Nullable String path,
            @Nullable Long line,
            WeaknessType type,
            String title,
            @Nullable Severity severity,
            SourceState state,
            @Nullable String url,
            @Nullable AssetKey instanceOf) {
        this(tool, rule, message, lineHash, path, line, type, title, severity, state, url, instanceOf, Map.of(), null);
    }

    /**
     * The same result, of a credential.
     *
     * @param hash keyed hash of the credential; null if nothing of it is kept
     * @return a result that says so
     */
    public CodeResult ofSecret(@Nullable String hash) {
        return new CodeResult(
                tool,
                rule,
                message,
                lineHash,
                path,
                line,
                type,
                title,
                severity,
                state,
                url,
                instanceOf,
                details,
                hash);
    }

    /** Where it is, for people: {@code path:line}; null if nothing is known. */
    @Nullable
    String location() {
        return path == null || line == null ? path : path + ":" + line;
    }
}
