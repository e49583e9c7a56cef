package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Weakness;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
     * @param repository key of the scanned repository
     * @param results all results of a scan
     * @param sink takes the facts
     */
    public static void emit(AssetKey repository, Collection<CodeResult> results, FactSink sink) {
        Map<AssetKey, List<CodeResult>> alike =
                results.stream().collect(Collectors.groupingBy(r -> key(repository, r, "")));
        Map<AssetKey, CodeResult> byKey = new HashMap<>();
        alike.forEach((key, group) -> {
            Function<CodeResult, AssetKey> keys =
                    group.size() == 1 ? r -> key : r -> key(repository, r, distinction(r));
            group.stream().sorted(FIRST).forEach(r -> byKey.putIfAbsent(keys.apply(r), r));
        });
        byKey.forEach((key, result) -> emit(key, repository, result, sink));
    }

    private static AssetKey key(AssetKey repository, CodeResult result, String distinction) {
        return Fingerprint.of(
                Fingerprint.slug(result.tool()),
                result.rule(),
                repository.text(),
                Objects.requireNonNullElse(result.path(), ""),
                withoutLinks(result.message()),
                distinction);
    }

    private static String distinction(CodeResult result) {
        return result.lineHash() == null ? "line " + result.line() : "hash " + result.lineHash();
    }

    /** Platforms show {@code [a value](1)}, a link to a related location (SARIF 2.1.0 §3.11.6), as {@code a value}. */
    private static String withoutLinks(String message) {
        return LINK.matcher(message).replaceAll("$1").strip().replaceAll("\\s+", " ");
    }

    private static void emit(AssetKey key, AssetKey repository, CodeResult result, FactSink sink) {
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
        String location = result.location();
        sink.accept(new Relation(
                key, RelationType.AFFECTS, repository, location == null ? Map.of() : Map.of("location", location)));
        if (result.instanceOf() != null) {
            sink.accept(new Relation(key, RelationType.INSTANCE_OF, result.instanceOf()));
        }
    }
}
