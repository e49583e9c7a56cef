package dev.throughline;

import com.google.common.collect.Iterables;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Provenance;
import dev.throughline.model.Relation;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Verdict;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an assessment into the nodes and relationships that analysts query, as {@code docs/ontology.md} describes them. */
final class AssessmentProjection {
    private final Assessment assessment;
    private final RiskGraph graph;
    private final List<ProjectedNode> derivedNodes = new ArrayList<>();
    private final List<ProjectedRelationship> derived = new ArrayList<>();
    private final Map<AssetKey, Finding> findings = new HashMap<>();

    private AssessmentProjection(Assessment assessment) {
        this.assessment = assessment;
        this.graph = assessment.graph();
    }

    static Projection of(Assessment assessment) {
        return new AssessmentProjection(assessment).projection();
    }

    private Projection projection() {
        assessment.allFindings().forEach(finding -> findings.put(finding.key(), finding));
        addFindings();
        addFactors();
        addOrigins();
        addSteps();
        addPaths();
        derivedNodes.add(new ProjectedNode(
                "assessment", List.of("Assessment"), Map.of("id", assessment.id(), "at", assessment.at())));
        return new Projection(
                assessment.id(),
                assessment.at(),
                Iterables.concat(Iterables.transform(graph.assets(), this::node), derivedNodes),
                Iterables.concat(this::relations, derived));
    }

    private ProjectedNode node(Asset asset) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("key", asset.key().text());
        AssetKind kind = asset.kind();
        @Nullable Object[] values = kind.values(asset);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                properties.put(kind.attributes().get(i), value instanceof Enum<?> e ? text(e) : value);
            }
        }
        properties.put(
                "scopes",
                graph.sourcesOf(asset.key()).stream()
                        .map(Provenance::scope)
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList());
        Finding finding = findings.get(asset.key());
        if (finding != null) {
            properties.putAll(judgement(finding));
        }
        return new ProjectedNode(asset.key().text(), List.of("Asset", kind.label()), properties);
    }

    private static Map<String, Object> judgement(Finding finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("level", finding.level().text());
        properties.put("score", finding.score().value());
        properties.put("open", finding.state() == Finding.State.OPEN);
        properties.put(
                "factors",
                finding.factors().stream()
                        .map(v -> v.factor().id())
                        .distinct()
                        .sorted()
                        .toList());
        properties.put(
                "terms",
                finding.score().terms().stream()
                        .map(t -> String.format(Locale.ROOT, "%s %.3f: %s", t.name(), t.value(), t.reason()))
                        .toList());
        return properties;
    }

    private Iterator<ProjectedRelationship> relations() {
        return graph.relations().map(AssessmentProjection::relationship).iterator();
    }

    private static ProjectedRelationship relationship(Relation relation) {
        return new ProjectedRelationship(
                relation.from().text(),
                relation.type().name(),
                relation.to().text(),
                relation.properties().isEmpty() ? "" : relation.properties().toString(),
                new LinkedHashMap<>(relation.properties()));
    }

    /** Findings that no source reported, such as an unexpected origin, have no asset of their own. */
    private void addFindings() {
        for (Finding finding : findings.values().stream()
                .filter(f -> graph.number(f.key()) < 0)
                .sorted(java.util.Comparator.comparing(Finding::key))
                .toList()) {
            Map<String, Object> properties = judgement(finding);
            properties.put("key", finding.key().text());
            properties.put("title", finding.title());
            properties.put("type", text(finding.type()));
            derivedNodes.add(new ProjectedNode(finding.key().text(), List.of(AssetKind.WEAKNESS.label()), properties));
            derived.add(new ProjectedRelationship(
                    finding.key().text(), "AFFECTS", finding.asset().text(), "", Map.of()));
        }
    }

    private void addFactors() {
        for (Verdict verdict : assessment.factors().all()) {
            String id =
                    "factor:" + verdict.factor().id() + " " + verdict.asset().text();
            Map<String, Object> properties = proof(verdict.evidence());
            properties.put("factor", verdict.factor().id());
            properties.put("verdict", text(verdict.answer()));
            derivedNodes.add(new ProjectedNode(id, List.of("RiskFactor"), properties));
            derived.add(new ProjectedRelationship(verdict.asset().text(), "HAS_RISK_FACTOR", id, "", Map.of()));
        }
    }

    private void addOrigins() {
        for (AssetKey image : assessment.mapping().mappedImages()) {
            for (Candidate candidate : assessment.mapping().candidates(image)) {
                for (Link link : candidate.links()) {
                    addOrigin(link, candidate, link.repository());
                    if (link.commit() != null) {
                        addOrigin(link, candidate, link.commit());
                    }
                }
            }
        }
    }

    private void addOrigin(Link link, Candidate candidate, AssetKey origin) {
        if (graph.number(link.image()) < 0 || graph.number(origin) < 0) {
            return; // a claim may name what nothing else knows
        }
        Map<String, Object> properties = proof(link.evidence());
        properties.put("method", text(link.method()));
        properties.put("trust", text(link.method().trust()));
        properties.put("confidence", candidate.confidence());
        derived.add(new ProjectedRelationship(
                link.image().text(),
                "BUILT_FROM",
                origin.text(),
                text(link.method()) + " " + link.evidence().assets()
                        + link.evidence().fields(),
                properties));
    }

    private void addSteps() {
        for (AttackStep step : assessment.attackGraph().steps()) {
            if (graph.number(step.from()) >= 0 && graph.number(step.to()) >= 0) {
                Map<String, Object> properties = proof(step.evidence());
                properties.put("edge", step.edge());
                properties.put("techniques", step.techniques());
                properties.put("probability", step.probability());
                derived.add(new ProjectedRelationship(
                        step.from().text(),
                        "CAN_ATTACK",
                        step.to().text(),
                        step.edge() + " " + step.evidence().assets()
                                + step.evidence().fields(),
                        properties));
            }
        }
    }

    private void addPaths() {
        for (AttackPath path : assessment.attackPaths().list()) {
            String id = path.key() + " " + path.entry() + " " + path.target();
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("key", path.key());
            properties.put("title", path.title());
            properties.put("level", path.level().text());
            properties.put("probability", path.probability());
            properties.put("breaks", path.breaks());
            properties.put("hardens", path.hardens());
            derivedNodes.add(new ProjectedNode(id, List.of("AttackPath"), properties));
            derived.add(new ProjectedRelationship(id, "STARTS_AT", path.entry().text(), "", Map.of()));
            derived.add(new ProjectedRelationship(id, "ENDS_AT", path.target().text(), "", Map.of()));
            for (int i = 0; i < path.steps().size(); i++) {
                AttackStep step = path.steps().get(i);
                derived.add(new ProjectedRelationship(
                        id,
                        "STEP",
                        step.to().text(),
                        String.valueOf(i),
                        Map.of("index", (long) i, "edge", step.edge(), "probability", step.probability())));
            }
        }
    }

    private static Map<String, Object> proof(Evidence evidence) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("statement", evidence.statement());
        properties.put("proof", evidence.assets().stream().map(AssetKey::text).toList());
        properties.put(
                "fields",
                evidence.fields().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        return properties;
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
