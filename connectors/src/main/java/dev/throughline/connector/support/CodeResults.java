package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import dev.throughline.model.Weakness;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Turns results of code scanners into weaknesses, alike for SARIF files and for the alerts a platform made of them, so
 * that both have one key.
 *
 * <p>The key is the {@link Fingerprint} of tool, rule, repository, path and message: lines move when other lines are
 * written, and no platform hands out the line hashes it got. Where several results share all that, the line hash tells
 * them apart, and where there is none which of them it is, counted from the top of the file: so keys stay when all of them
 * move, and when one is added below. So there are keys only once all are known.
 *
 * <p>For one thread.
 */
public final class CodeResults {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Comparator<CodeResult> FIRST = Comparator.comparing(CodeResult::state)
            .thenComparing(CodeResult::line, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CodeResult::toString);

    /** What is no longer there is counted last, for a scan of today does not know of it. */
    private static final Comparator<CodeResult> FROM_THE_TOP = Comparator.comparing(
                    (CodeResult result) -> result.state() == SourceState.FIXED)
            .thenComparing(CodeResult::line, Comparator.nullsLast(Comparator.naturalOrder()));

    private final AssetKey asset;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<Fingerprint, CodeResult> first = new LinkedHashMap<>();
    private final Map<Fingerprint, Map<String, CodeResult>> alike = new HashMap<>();

    /** Many results in a row come of one tool and say the same, so that what is made of both is kept until others come. */
    private String tool = "";

    private String slug = "";
    private String message = "";
    private String compared = "";

    /**
     * No results yet.
     *
     * @param asset key of what was scanned, a repository or image
     */
    public CodeResults(AssetKey asset) {
        this.asset = asset;
    }

    /**
     * Gathers a result.
     *
     * @param result the result
     * @param sink takes note that the record it stands in is gathered
     */
    public void add(CodeResult result, FactSink sink) {
        Fingerprint fingerprint = fingerprint(result, "");
        CodeResult other = first.putIfAbsent(fingerprint, result);
        boolean again = false;
        if (other != null) {
            Map<String, CodeResult> group = alike.computeIfAbsent(fingerprint, f -> group(other));
            int known = group.size();
            group.merge(place(result), result, BinaryOperator.minBy(FIRST));
            again = group.size() == known;
        }
        sink.gathered(again);
    }

    private static Map<String, CodeResult> group(CodeResult result) {
        Map<String, CodeResult> group = new LinkedHashMap<>();
        group.put(place(result), result);
        return group;
    }

    /**
     * Hands over a weakness for each result, in the order they came. Of results that nothing tells apart the one whose state
     * is most open is taken.
     *
     * @param sink takes the facts
     */
    public void emit(FactSink sink) {
        first.forEach((fingerprint, result) -> {
            Map<String, CodeResult> group = alike.get(fingerprint);
            if (group == null) {
                emit(fingerprint.key(), result, sink);
            } else {
                Map<String, String> distinctions = distinctions(group);
                group.forEach((place, one) -> emit(
                        fingerprint(one, distinctions.getOrDefault(place, place))
                                .key(),
                        one,
                        sink));
            }
        });
    }

    private Fingerprint fingerprint(CodeResult result, String distinction) {
        if (!result.tool().equals(tool)) {
            tool = result.tool();
            slug = Fingerprint.slug(tool);
        }
        if (!result.message().equals(message)) {
            message = result.message();
            compared = withoutLinks(message);
        }
        return fingerprints.of(
                slug,
                result.rule(),
                asset.text(),
                Objects.requireNonNullElse(result.path(), ""),
                compared,
                distinction);
    }

    /** At one place a result is there once. */
    private static String place(CodeResult result) {
        return result.lineHash() == null ? "line " + result.line() : "hash " + result.lineHash();
    }

    /** What tells alike results apart that have no hash, by their places. The first is called as if it were alone. */
    private static Map<String, String> distinctions(Map<String, CodeResult> group) {
        Map<String, String> distinctions = new HashMap<>();
        group.entrySet().stream()
                .filter(entry -> entry.getValue().lineHash() == null)
                .sorted(Map.Entry.comparingByValue(FROM_THE_TOP))
                .map(Map.Entry::getKey)
                .forEach(place ->
                        distinctions.put(place, distinctions.isEmpty() ? "" : "number " + (distinctions.size() + 1)));
        return distinctions;
    }

    /** Platforms show {@code [a value](1)}, a link to a related location (SARIF 2.1.0 §3.11.6), as {@code a value}. */
    private static String withoutLinks(String message) {
        String text = message.contains("](") ? LINK.matcher(message).replaceAll("$1") : message;
        return collapsed(text.strip());
    }

    /** One space for blanks that follow each other, and for any other blank. Most texts have none such. */
    private static String collapsed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c) && (c != ' ' || (i > 0 && text.charAt(i - 1) == ' '))) {
                return collapsedFrom(text);
            }
        }
        return text;
    }

    private static String collapsedFrom(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wasBlank = blank;
            blank = isBlank(c);
            if (!blank) {
                collapsed.append(c);
            } else if (!wasBlank) {
                collapsed.append(' ');
            }
        }
        return collapsed.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private void emit(AssetKey key, CodeResult result, FactSink sink) {
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
                result.url(),
                result.secretHash()));
        sink.accept(new Relation(key, RelationType.AFFECTS, asset, details(result)));
        if (result.instanceOf() != null) {
            sink.accept(new Relation(key, RelationType.INSTANCE_OF, result.instanceOf()));
        }
    }

    private static Map<String, String> details(CodeResult result) {
        String location = result.location();
        if (location == null) {
            return result.details();
        }
        if (result.details().isEmpty()) {
            return Map.of("location", location);
        }
        Map<String, String> details = new HashMap<>(result.details());
        details.put("location", location);
        return details;
    }
}
