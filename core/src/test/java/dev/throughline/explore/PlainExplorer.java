package dev.throughline.explore;

import dev.throughline.Assessment;
import dev.throughline.explore.Condition.AllOf;
import dev.throughline.explore.Condition.AnyOf;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Condition.HasFactor;
import dev.throughline.explore.Condition.HasFinding;
import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.explore.Condition.Not;
import dev.throughline.explore.Condition.Unknown;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Candidate;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Vulnerability;
import dev.throughline.risk.Level;
import dev.throughline.risk.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a sentence as one would by hand: asset by asset, with three truths, and every row tried. For tiny estates. */
final class PlainExplorer {
    private enum Truth {
        NO,
        UNKNOWN,
        YES;

        static Truth of(boolean truth) {
            return truth ? YES : NO;
        }

        Truth not() {
            return this == UNKNOWN ? UNKNOWN : of(this == NO);
        }

        static <T> Truth any(Stream<T> parts, Function<T, Truth> truth) {
            return parts.map(truth).max(Truth::compareTo).orElse(NO);
        }

        static <T> Truth all(Stream<T> parts, Function<T, Truth> truth) {
            return parts.map(truth).min(Truth::compareTo).orElse(YES);
        }
    }

    private final Assessment assessment;

    PlainExplorer(Assessment assessment) {
        this.assessment = assessment;
    }

    List<List<AssetKey>> rows(Sentence sentence) {
        Set<List<String>> rows = new TreeSet<>((a, b) -> {
            int i = 0;
            while (i < a.size() - 1 && a.get(i).equals(b.get(i))) {
                i++;
            }
            return a.get(i).compareTo(b.get(i));
        });
        for (Asset asset : assessment.graph().assets()) {
            extensions(asset.key(), sentence)
                    .forEach(row -> rows.add(row.stream().map(AssetKey::text).toList()));
        }
        return rows.stream()
                .map(row -> row.stream().map(AssetKey::new).toList())
                .toList();
    }

    /** The rows that begin with an asset. */
    private List<List<AssetKey>> extensions(AssetKey first, Sentence sentence) {
        if (fits(first, sentence) != Truth.YES) {
            return List.of();
        }
        List<List<AssetKey>> rows = List.of(List.of(first));
        for (Condition condition : sentence.conditions()) {
            if (condition instanceof Connected link && link.other().name() != null) {
                List<List<AssetKey>> longer = new ArrayList<>();
                for (AssetKey other :
                        new TreeSet<>(reached(first, link, link.connection().hops()))) {
                    for (List<AssetKey> more : extensions(other, link.other())) {
                        rows.forEach(row -> longer.add(
                                Stream.concat(row.stream(), more.stream()).toList()));
                    }
                }
                rows = longer;
            }
        }
        return rows;
    }

    private List<AssetKey> reached(AssetKey from, Connected link, int hops) {
        List<AssetKey> reached = new ArrayList<>(neighbours(from, link));
        if (hops > 1) {
            neighbours(from, link).forEach(next -> reached.addAll(reached(next, link, hops - 1)));
        }
        return reached;
    }

    private Set<AssetKey> neighbours(AssetKey asset, Connected link) {
        Set<AssetKey> found = new TreeSet<>();
        for (String type : link.connection().types()) {
            links(type).stream()
                    .filter(pair -> pair.get(link.outgoing() ? 0 : 1).equals(asset))
                    .forEach(pair -> found.add(pair.get(link.outgoing() ? 1 : 0)));
        }
        found.removeIf(other -> assessment.graph().number(other) < 0);
        return found;
    }

    private Collection<List<AssetKey>> links(String type) {
        List<List<AssetKey>> pairs = new ArrayList<>();
        switch (type) {
            case "CAN_ATTACK" ->
                assessment.attackGraph().steps().forEach(step -> pairs.add(List.of(step.from(), step.to())));
            case "BUILT_FROM" ->
                assessment
                        .graph()
                        .assets()
                        .forEach(asset ->
                                addOrigins(asset.key(), assessment.mapping().candidates(asset.key()), pairs));
            case "DEPLOYED_FROM" ->
                assessment
                        .graph()
                        .assets()
                        .forEach(asset ->
                                addOrigins(asset.key(), assessment.mapping().deployedFrom(asset.key()), pairs));
            default ->
                assessment
                        .graph()
                        .assets()
                        .forEach(asset -> assessment
                                .graph()
                                .outgoing(asset.key(), RelationType.valueOf(type))
                                .forEach(relation -> pairs.add(List.of(relation.from(), relation.to()))));
        }
        return pairs;
    }

    private static void addOrigins(AssetKey asset, List<Candidate> candidates, List<List<AssetKey>> pairs) {
        candidates.stream()
                .flatMap(candidate -> candidate.links().stream())
                .filter(link -> link.subject().equals(asset))
                .forEach(link -> {
                    pairs.add(List.of(asset, link.repository()));
                    if (link.commit() != null) {
                        pairs.add(List.of(asset, link.commit()));
                    }
                });
    }

    private Truth fits(AssetKey asset, Sentence sentence) {
        return sentence.kinds()
                        .contains(assessment.graph().find(asset).orElseThrow().kind())
                ? Truth.all(sentence.conditions().stream(), condition -> holds(asset, condition))
                : Truth.NO;
    }

    private Truth holds(AssetKey asset, Condition condition) {
        if (condition instanceof HasFactor has) {
            Verdict.Answer answer = assessment.factors().of(asset, has.factor()).answer();
            return answer == Verdict.Answer.UNKNOWN ? Truth.UNKNOWN : Truth.of(answer == Verdict.Answer.YES);
        }
        if (condition instanceof HasFinding has) {
            Truth truth = Truth.any(
                    assessment.allFindings().stream().filter(finding -> isAt(finding, asset)),
                    finding -> passes(finding, has.finding()));
            return truth == Truth.NO && isSilent(asset) ? Truth.UNKNOWN : truth;
        }
        if (condition instanceof HasProperty has) {
            return compares(asset, has);
        }
        if (condition instanceof Connected link) {
            return isConnected(asset, link, link.connection().hops());
        }
        if (condition instanceof Not not) {
            return holds(asset, not.condition()).not();
        }
        if (condition instanceof AnyOf any) {
            return Truth.any(any.conditions().stream(), part -> holds(asset, part));
        }
        return condition instanceof AllOf all
                ? Truth.all(all.conditions().stream(), part -> holds(asset, part))
                : Truth.of(holds(asset, ((Unknown) condition).condition()) == Truth.UNKNOWN);
    }

    private Truth isConnected(AssetKey asset, Connected link, int hops) {
        Truth truth = Truth.any(
                neighbours(asset, link).stream(),
                next -> Truth.any(
                        Stream.of(fits(next, link.other()), hops > 1 ? isConnected(next, link, hops - 1) : Truth.NO),
                        part -> part));
        return truth == Truth.NO && isSilent(asset) ? Truth.UNKNOWN : truth;
    }

    private boolean isSilent(AssetKey asset) {
        return assessment.graph().sourcesOf(asset).isEmpty()
                || assessment.graph().sourcesOf(asset).stream()
                        .anyMatch(
                                source -> assessment.graph().gap(source.scope()).isPresent());
    }

    private boolean isAt(Finding finding, AssetKey asset) {
        return finding.asset().equals(asset);
    }

    private Truth passes(Finding finding, FindingFilter filter) {
        boolean isKind =
                finding.state() == filter.state() && (filter.type() == null || finding.type() == filter.type());
        Truth level = filter.level() == null
                ? Truth.YES
                : finding.level() == Level.NOT_EVALUATED
                        ? Truth.UNKNOWN
                        : Truth.of(finding.level().isAtLeast(filter.level()));
        Truth severity = filter.severity() == null
                ? Truth.YES
                : finding.severity() == null
                        ? Truth.UNKNOWN
                        : Truth.of(finding.severity().isAtLeast(filter.severity()));
        Truth vulnerability = filter.vulnerability() == null
                ? Truth.YES
                : Truth.any(vulnerabilities(finding), found -> fits(found, filter.vulnerability()));
        return Truth.all(Stream.of(Truth.of(isKind), level, severity, vulnerability), part -> part);
    }

    private Stream<AssetKey> vulnerabilities(Finding finding) {
        return assessment.graph().number(finding.key()) < 0
                ? Stream.ofNullable(finding.vulnerability())
                : assessment.graph().outgoing(finding.key(), RelationType.INSTANCE_OF).stream()
                        .map(Relation::to)
                        .filter(key -> assessment
                                .graph()
                                .find(key, Vulnerability.class)
                                .isPresent());
    }

    private Truth compares(AssetKey key, HasProperty condition) {
        Asset asset = assessment.graph().find(key).orElseThrow();
        Object value = condition.name().equals("key")
                ? key.text()
                : asset.kind().values(asset)[asset.kind().attributes().indexOf(condition.name())];
        return value == null
                ? Truth.UNKNOWN
                : Truth.of((value instanceof List<?> list ? list : List.of(value))
                        .stream().anyMatch(element -> compares(element, condition)));
    }

    private static boolean compares(Object element, HasProperty condition) {
        return switch (condition.comparison()) {
            case IS -> element.equals(condition.value());
            case CONTAINS -> element.toString().contains(condition.value().toString());
            case STARTS_WITH -> element.toString().startsWith(condition.value().toString());
            case AT_LEAST -> number(element) >= number(condition.value());
            case AT_MOST -> number(element) <= number(condition.value());
        };
    }

    private static double number(@Nullable Object value) {
        return value instanceof Instant time ? time.toEpochMilli() : ((Number) value).doubleValue();
    }
}
