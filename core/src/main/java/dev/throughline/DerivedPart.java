package dev.throughline;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.ChokePoint;
import dev.throughline.attack.Remedy;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Scope;
import dev.throughline.risk.Verdict;
import dev.throughline.store.Projection.Content;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some of what an assessment derived. For one thread. */
final class DerivedPart {
    /** All there is, what takes longest first. */
    static final List<Consumer<DerivedPart>> ALL = List.of(
            DerivedPart::addOrigins,
            DerivedPart::addChokePoints,
            DerivedPart::addPaths,
            DerivedPart::addSteps,
            DerivedPart::addFactors,
            DerivedPart::addFindings,
            DerivedPart::addStops,
            DerivedPart::addAssessment);

    private final Assessment assessment;
    private final RiskGraph graph;
    private final Set<AssetKey> stops;
    private final List<ProjectedNode> nodes = new ArrayList<>();
    private final List<ProjectedRelationship> relationships = new ArrayList<>();

    /**
     * A part that is empty yet.
     *
     * @param stops stops on paths that no source told of, such as permissions that several principals share
     */
    DerivedPart(Assessment assessment, Set<AssetKey> stops) {
        this.assessment = assessment;
        this.graph = assessment.graph();
        this.stops = stops;
    }

    List<ProjectedNode> nodes() {
        return nodes;
    }

    List<ProjectedRelationship> relationships() {
        return relationships;
    }

    private void addAssessment() {
        nodes.add(new ProjectedNode(
                "assessment",
                List.of("Assessment"),
                Map.of("id", assessment.id(), "at", assessment.at(), "incomplete", incomplete())));
    }

    /** The scopes that were not read completely: what they do not say is not known. */
    private List<String> incomplete() {
        return assessment.snapshots().stream()
                .map(Snapshot::scope)
                .filter(scope -> graph.gap(scope).isPresent())
                .map(Scope::toString)
                .sorted()
                .toList();
    }

    /** Findings that no source reported, such as an unexpected origin, have no asset of their own. */
    private void addFindings() {
        for (Finding finding : assessment.allFindings().list()) {
            if (graph.number(finding.key()) < 0) {
                String id = finding.key().text();
                nodes.add(new ProjectedNode(id, List.of(AssetKind.WEAKNESS.label()), new OwnFinding(finding)));
                relate(id, "AFFECTS", finding.asset().text());
                if (finding.vulnerability() != null) {
                    relate(id, "INSTANCE_OF", finding.vulnerability().text());
                }
            }
        }
    }

    private void addFactors() {
        for (Verdict verdict : assessment.factors().all()) {
            String asset = verdict.asset().text();
            String id = "factor:" + verdict.factor().id() + " " + asset;
            nodes.add(new ProjectedNode(id, List.of("RiskFactor"), new Judged(verdict)));
            relate(asset, "HAS_RISK_FACTOR", id);
        }
    }

    private void addOrigins() {
        Mapping mapping = assessment.mapping();
        for (AssetKey image : mapping.mappedImages()) {
            Set<AssetKey> names = Set.copyOf(mapping.namesOf(image)); // what a neighbour says stands at the neighbour
            addOrigins("BUILT_FROM", mapping.candidates(image), link -> names.contains(link.subject()));
        }
        for (AssetKey asset : mapping.deployedAssets()) {
            addOrigins("DEPLOYED_FROM", mapping.deployedFrom(asset), link -> true);
        }
    }

    private void addOrigins(String type, List<Candidate> candidates, Predicate<Link> condition) {
        for (Candidate candidate : candidates) {
            candidate.links().stream()
                    .filter(condition)
                    .filter(link -> isHeld(link.subject())) // a claim may name what nothing else knows
                    .forEach(link -> addOrigin(type, link, new Origin(link, candidate.confidence())));
        }
    }

    private void addOrigin(String type, Link link, Origin content) {
        String discriminator = DerivedElements.text(link.method()) + " "
                + link.evidence().assets() + link.evidence().fields();
        addOrigin(type, link, link.repository(), discriminator, content);
        if (link.commit() != null) {
            addOrigin(type, link, link.commit(), discriminator, content);
        }
    }

    private void addOrigin(String type, Link link, AssetKey origin, String discriminator, Origin content) {
        if (isHeld(origin)) {
            relationships.add(
                    new ProjectedRelationship(link.subject().text(), type, origin.text(), discriminator, content));
        }
    }

    private void addStops() {
        for (AssetKey stop : stops) {
            nodes.add(new ProjectedNode(
                    stop.text(), List.of(AssetKind.mentioned(stop).label()), Map.of("key", stop.text())));
        }
    }

    /** Of one edge there is one step from one asset to another. */
    private void addSteps() {
        for (AttackStep step : assessment.attackGraph().steps()) {
            relationships.add(new ProjectedRelationship(
                    step.from().text(), "CAN_ATTACK", step.to().text(), step.edge(), new Step(step)));
        }
    }

    private void addPaths() {
        for (AttackPath path : assessment.attackPaths().list()) {
            String id = path.key() + " " + path.entry() + " " + path.target();
            nodes.add(new ProjectedNode(id, List.of("AttackPath"), new Path(path)));
            relate(id, "STARTS_AT", path.entry().text());
            relate(id, "ENDS_AT", path.target().text());
            for (int i = 0; i < path.steps().size(); i++) {
                AttackStep step = path.steps().get(i);
                relationships.add(new ProjectedRelationship(
                        id,
                        "STEP",
                        step.to().text(),
                        String.valueOf(i),
                        Map.of("index", (long) i, "edge", step.edge(), "probability", step.probability())));
            }
        }
    }

    private void addChokePoints() {
        for (ChokePoint point : assessment.chokePoints().list()) {
            if (isHeld(point.asset()) || stops.contains(point.asset())) {
                String id = "chokepoint:" + point.asset();
                nodes.add(new ProjectedNode(id, List.of("ChokePoint"), new Choke(point)));
                relate(id, "LIES_AT", point.asset().text());
            }
        }
    }

    private void relate(String from, String type, String to) {
        relationships.add(new ProjectedRelationship(from, type, to, "", Map.of()));
    }

    private boolean isHeld(AssetKey key) {
        return graph.number(key) >= 0;
    }

    private record OwnFinding(Finding finding) implements Content {
        @Override
        public Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>(new Judgement(finding).properties());
            properties.put("key", finding.key().text());
            properties.put("title", finding.title());
            properties.put("type", DerivedElements.text(finding.type()));
            return properties;
        }
    }

    private record Judged(Verdict verdict) implements Content {
        @Override
        public Map<String, Object> properties() {
            Evidence evidence = verdict.evidence();
            return Map.of(
                    "factor", verdict.factor().id(),
                    "verdict", DerivedElements.text(verdict.answer()),
                    "statement", evidence.statement(),
                    "proof", evidence.assets().stream().map(AssetKey::text).toList(),
                    "fields", fields(evidence).toList());
        }
    }

    private record Origin(Link link, double confidence) implements Content {
        @Override
        public Map<String, Object> properties() {
            return Map.of(
                    "method", DerivedElements.text(link.method()),
                    "trust", DerivedElements.text(link.trust()),
                    "confidence", confidence,
                    "evidence", text(link.evidence(), link.subject()));
        }
    }

    private record Step(AttackStep step) implements Content {
        @Override
        public Map<String, Object> properties() {
            return Map.of(
                    "edge", step.edge(),
                    "techniques", step.techniques(),
                    "probability", step.probability(),
                    "evidence", text(step.evidence(), step.from(), step.to()));
        }
    }

    private record Path(AttackPath path) implements Content {
        @Override
        public Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("key", path.key());
            properties.put("title", path.title());
            properties.put("level", path.level().text());
            properties.put("probability", path.probability());
            properties.put("breaks", path.breaks());
            properties.put("hardens", path.hardens());
            return properties;
        }
    }

    private record Choke(ChokePoint point) implements Content {
        @Override
        public Map<String, Object> properties() {
            return Map.of(
                    "pairs", (long) point.pairs(),
                    "share", point.share(),
                    "targets", (long) point.targets(),
                    "inMinimumCut", point.inMinimumCut(),
                    "remedies", point.remedies().stream().map(Remedy::text).toList());
        }
    }

    /**
     * Evidence in one text, as a relationship has it: a list is a record of its own in the database, and there are many
     * relationships. The ends, which one sees anyway, are left out.
     */
    private static String text(Evidence evidence, AssetKey... ends) {
        String details = Stream.concat(
                        evidence.assets().stream()
                                .filter(asset -> !List.of(ends).contains(asset))
                                .map(AssetKey::text),
                        fields(evidence))
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? evidence.statement() : evidence.statement() + ": " + details;
    }

    private static Stream<String> fields(Evidence evidence) {
        return evidence.fields().entrySet().stream().map(field -> field.getKey() + "=" + field.getValue());
    }
}
