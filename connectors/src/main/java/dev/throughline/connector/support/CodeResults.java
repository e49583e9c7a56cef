package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Weakness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Turns results of code scanners into weaknesses, alike for SARIF files and for the alerts a platform made of them, so
 * that both have one key.
 *
 * <p>The key is the {@link Fingerprint} of tool, rule, repository, path and message: lines move when other lines are
 * written, and no platform hands out the line hashes it got. Where several results share all that, the line hash tells
 * them apart, and where there is none the line.
 */
public final class CodeResults {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Comparator<CodeResult> FIRST = Comparator.comparing(CodeResult::state)
            .thenComparing(CodeResult::line, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CodeResult::toString);

    private CodeResults() {}

    /**
     * Hands over a weakness for each result. Of results that nothing tells apart the one whose state is most open is
     * taken.
     *
     * @param asset key of what was scanned, a repository or image
     * @param results all results of a scan
     * @param sink takes the facts
     */
    public static void emit(AssetKey asset, Collection<CodeResult> results, FactSink sink) {
        Map<AssetKey, List<CodeResult>> alike = new HashMap<>();
        for (CodeResult result : results) {
            alike.computeIfAbsent(key(asset, result, ""), key -> new ArrayList<>(1))
                    .add(result);
        }
        alike.forEach((key, group) -> {
            if (group.size() == 1) {
                emit(key, asset, group.get(0), sink);
            } else {
                emitAlike(asset, group, sink);
            }
        });
    }

    private static void emitAlike(AssetKey asset, List<CodeResult> group, FactSink sink) {
        Map<AssetKey, CodeResult> byKey = new HashMap<>();
        group.sort(FIRST);
        group.forEach(result -> byKey.putIfAbsent(key(asset, result, distinction(result)), result));
        byKey.forEach((key, result) -> emit(key, asset, result, sink));
    }

    private static AssetKey key(AssetKey asset, CodeResult result, String distinction) {
        return Fingerprint.of(
                Fingerprint.slug(result.tool()),
                result.rule(),
                asset.text(),
                Objects.requireNonNullElse(result.path(), ""),
                withoutLinks(result.message()),
                distinction);
    }

    private static String distinction(CodeResult result) {
        return result.lineHash() == null ? "line " + result.line() : "hash " + result.lineHash();
    }

    /** Platforms show {@code [a value](1)}, a link to a related location (SARIF 2.1.0 §3.11.6), as {@code a value}. */
    private static String withoutLinks(String message) {
        String text = message.contains("](") ? LINK.matcher(message).replaceAll("$1") : message;
        return collapsed(text.strip());
    }

    private static String collapsed(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wasBlank = blank;
            blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank) {
                collapsed.append(c);
            } else if (!wasBlank) {
                collapsed.append(' ');
            }
        }
        return collapsed.toString();
    }

    private static void emit(AssetKey key, AssetKey asset, CodeResult result, FactSink sink) {
        sink.accept(new Weakness(
                key,
                result.title(),
                result.type(),
                result.severity(),
                result.tool(),
                result.path(),
                result.line(),
                null,
                null,
                result.state(),
                result.url()));
        sink.accept(new Relation(key, RelationType.AFFECTS, asset, place(result)));
        if (result.instanceOf() != null) {
            sink.accept(new Relation(key, RelationType.INSTANCE_OF, result.instanceOf()));
        }
    }

    private static Map<String, String> place(CodeResult result) {
        String location = result.location();
        if (location == null) {
            return result.details();
        }
        Map<String, String> place = new HashMap<>(result.details());
        place.put("location", location);
        return place;
    }
}
