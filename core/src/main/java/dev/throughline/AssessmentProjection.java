package dev.throughline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.throughline.finding.Finding;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns an assessment into the nodes and relationships that analysts query, as {@code docs/ontology.md} describes them.
 * Those of the graph are made while they are walked; only what was derived is held beside it.
 */
final class AssessmentProjection {
    private static final ImmutableMap<AssetKind, List<String>> LABELS = Arrays.stream(AssetKind.values())
            .collect(Maps.toImmutableEnumMap(kind -> kind, kind -> List.of("Asset", kind.label())));

    private final RiskGraph graph;
    private final Map<AssetKey, Finding> findings = new HashMap<>();
    private final DerivedElements derived;

    private AssessmentProjection(Assessment assessment) {
        graph = assessment.graph();
        derived = DerivedElements.of(assessment);
        assessment.allFindings().forEach(finding -> findings.put(finding.key(), finding));
    }

    static Projection of(Assessment assessment) {
        AssessmentProjection elements = new AssessmentProjection(assessment);
        return new Projection(assessment.id(), assessment.at(), elements::nodes, elements::relationships);
    }

    private Iterator<ProjectedNode> nodes() {
        return new MergedWalk<>(graph, this::addNode, derived.nodes(), ProjectedNode::id);
    }

    private Iterator<ProjectedRelationship> relationships() {
        return new MergedWalk<>(graph, this::addOutgoing, derived.relationships(), ProjectedRelationship::from);
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
