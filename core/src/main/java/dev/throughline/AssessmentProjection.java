package dev.throughline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Iterators;
import com.google.common.collect.Maps;
import dev.throughline.finding.Finding;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
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
        return new Projection(assessment.id(), assessment.at(), elements.nodes(), elements::relationships);
    }

    private Iterable<ProjectedNode> nodes() {
        return Iterables.mergeSorted(
                List.of(Iterables.transform(graph.assets(), this::node), derived.nodes()), ProjectedNode::compareTo);
    }

    private Iterator<ProjectedRelationship> relationships() {
        Iterator<ProjectedRelationship> observed =
                Iterators.concat(Iterators.transform(graph.assets().iterator(), this::outgoing));
        return Iterators.mergeSorted(
                List.of(observed, derived.relationships().iterator()), ProjectedRelationship::compareTo);
    }

    private ProjectedNode node(Asset asset) {
        AssetKey key = asset.key();
        Finding finding = findings.get(key);
        return new ProjectedNode(
                key.text(),
                Objects.requireNonNull(LABELS.get(asset.kind())),
                new AssetContent(asset, graph.sourcesOf(key), finding == null ? null : new Judgement(finding)));
    }

    /** The graph orders types as they are declared, a projection by name. */
    private Iterator<ProjectedRelationship> outgoing(Asset asset) {
        ProjectedRelationship[] outgoing = graph.outgoing(asset.key()).stream()
                .map(AssessmentProjection::relationship)
                .toArray(ProjectedRelationship[]::new);
        Arrays.sort(outgoing);
        return Iterators.forArray(outgoing);
    }

    private static ProjectedRelationship relationship(Relation relation) {
        return new ProjectedRelationship(
                relation.from().text(),
                relation.type().name(),
                relation.to().text(),
                relation.properties().isEmpty() ? "" : relation.properties().toString(),
                Collections.unmodifiableMap(relation.properties()));
    }
}
