package dev.throughline;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterators;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.primitives.Ints;
import dev.throughline.finding.Finding;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.GraphDifference;
import dev.throughline.model.RiskGraph;
import dev.throughline.store.Difference;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.ProjectionDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns an assessment into the nodes and relationships that analysts query, as {@code docs/ontology.md} describes them.
 * Those of the graph are made while they are walked; only what was derived is held beside it.
 */
final class AssessedElements {
    private static final ImmutableMap<AssetKind, List<String>> LABELS = Arrays.stream(AssetKind.values())
            .collect(Maps.toImmutableEnumMap(kind -> kind, kind -> List.of("Asset", kind.label())));

    private final RiskGraph graph;
    private final Map<AssetKey, Finding> findings = new HashMap<>();

    /** Made while the graphs are compared, which needs nothing of it. */
    private final CompletableFuture<DerivedElements> derived;

    AssessedElements(Assessment assessment) {
        graph = assessment.graph();
        derived = CompletableFuture.supplyAsync(() -> DerivedElements.of(assessment));
        assessment.allFindings().forEach(finding -> findings.put(finding.key(), finding));
    }

    Iterable<ProjectedNode> nodes() {
        return nodes(all());
    }

    Iterable<ProjectedRelationship> relationships() {
        return relationships(all());
    }

    int nodeCount() {
        return graph.size() + result(derived).nodes().size();
    }

    int relationshipCount() {
        return graph.relationCount() + result(derived).relationships().size();
    }

    /** Those of assets in the order of sources, the derived ones among them; last those that start at what was derived. */
    Iterable<ProjectedRelationship> relationshipsByPlace() {
        List<Integer> numbers = Ints.asList(graph.numbersBySource());
        List<ProjectedRelationship> relationships = result(derived).relationships();
        ListMultimap<String, ProjectedRelationship> byStart =
                Multimaps.index(relationships, ProjectedRelationship::from);
        Set<String> own =
                result(derived).nodes().stream().map(ProjectedNode::id).collect(Collectors.toSet());
        return () -> Iterators.concat(
                Iterators.concat(Iterators.transform(
                        numbers.iterator(), number -> outgoing(number, byStart).iterator())),
                Iterators.filter(relationships.iterator(), relationship -> own.contains(relationship.from())));
    }

    private List<ProjectedRelationship> outgoing(int number, ListMultimap<String, ProjectedRelationship> byStart) {
        List<ProjectedRelationship> relationships = new ArrayList<>();
        addOutgoing(relationships, number);
        relationships.addAll(byStart.get(graph.key(number).text()));
        return relationships;
    }

    private BitSet all() {
        BitSet all = new BitSet(graph.size());
        all.set(0, graph.size());
        return all;
    }

    private Iterable<ProjectedNode> nodes(BitSet numbers) {
        return () ->
                new MergedWalk<>(graph, numbers, this::addNode, result(derived).nodes(), ProjectedNode::id);
    }

    private Iterable<ProjectedRelationship> relationships(BitSet starts) {
        return () -> new MergedWalk<>(
                graph, starts, this::addOutgoing, result(derived).relationships(), ProjectedRelationship::from);
    }

    /** Walks what was derived, and of the graphs only where they differ; nodes and relationships at the same time. */
    ProjectionDifference since(AssessedElements before) {
        GraphDifference graphs = GraphDifference.between(before.graph, graph);
        CompletableFuture<Difference<ProjectedNode>> ofNodes = CompletableFuture.supplyAsync(() -> Difference.between(
                        before.nodes(before.withJudged(graphs.before().assets(), this)),
                        nodes(withJudged(graphs.after().assets(), before)))
                .ofSize(nodeCount()));
        Difference<ProjectedRelationship> ofRelationships = Difference.between(
                        before.relationships(graphs.before().starts()),
                        relationships(graphs.after().starts()))
                .ofSize(relationshipCount());
        return new ProjectionDifference(result(ofNodes), ofRelationships);
    }

    /** What a side thread found, or the very exception that it failed with. */
    private static <T> T result(CompletableFuture<T> side) {
        try {
            return side.join();
        } catch (CompletionException e) {
            Throwables.throwIfUnchecked(Objects.requireNonNullElse(e.getCause(), e));
            throw e;
        }
    }

    /** With what either of both judged: it may be judged otherwise by the other. */
    private BitSet withJudged(BitSet assets, AssessedElements other) {
        BitSet numbers = (BitSet) assets.clone();
        Stream.of(findings, other.findings)
                .flatMap(judged -> judged.keySet().stream())
                .mapToInt(graph::number)
                .filter(number -> number >= 0)
                .forEach(numbers::set);
        return numbers;
    }

    private void addNode(List<ProjectedNode> nodes, int number) {
        Asset asset = graph.asset(number);
        Finding finding = findings.get(asset.key());
        nodes.add(new ProjectedNode(
                asset.key().text(),
                Objects.requireNonNull(LABELS.get(asset.kind())),
                new AssetContent(asset, graph.sourcesOf(number), finding == null ? null : new Judgement(finding))));
    }

    private void addOutgoing(List<ProjectedRelationship> relationships, int number) {
        String from = graph.key(number).text();
        graph.visitOutgoing(
                number,
                (type, to, properties) -> relationships.add(new ProjectedRelationship(
                        from,
                        type.name(),
                        to.text(),
                        properties.isEmpty() ? "" : properties.toString(),
                        Collections.unmodifiableMap(properties))));
    }
}
