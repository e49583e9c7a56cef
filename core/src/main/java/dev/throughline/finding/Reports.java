package dev.throughline.finding;

import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Weakness;
import dev.throughline.risk.Vulnerabilities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several tools report of one thing is one finding: the same vulnerability, by any of its ids, in the same package at
 * the same place. An image is one place by all its digests; a repository is mended file by file.
 */
final class Reports {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final Vulnerabilities vulnerabilities;

    Reports(RiskGraph graph, Mapping mapping, Vulnerabilities vulnerabilities) {
        this.graph = graph;
        this.mapping = mapping;
        this.vulnerabilities = vulnerabilities;
    }

    /** All reports, those of one thing together: first the one that says most, which names the finding. */
    List<List<Report>> together() {
        List<List<Report>> together = new ArrayList<>();
        ListMultimap<Case, Report> byCase = LinkedListMultimap.create();
        graph.assets(Weakness.class).forEach(weakness -> {
            Optional<AssetKey> vulnerability = graph.outgoing(weakness.key(), RelationType.INSTANCE_OF).stream()
                    .map(Relation::to)
                    .filter(issue -> issue.mayBe(AssetKind.VULNERABILITY))
                    .findFirst();
            Map<AssetKey, Relation> places = new LinkedHashMap<>(); // several locations in one asset are one finding
            graph.outgoing(weakness.key(), RelationType.AFFECTS)
                    .forEach(place -> places.putIfAbsent(place.to(), place));
            for (Relation place : places.values()) {
                Report report = new Report(weakness, place, places.size() == 1);
                if (vulnerability.isPresent()) {
                    byCase.put(new Case(root(place.to()), vulnerabilities.mainId(vulnerability.get())), report);
                } else {
                    together.add(List.of(report));
                }
            }
        });
        byCase.asMap().values().forEach(reports -> together.addAll(AffectedPackage.together(List.copyOf(reports))));
        return together;
    }

    private AssetKey root(AssetKey place) {
        return place.mayBe(AssetKind.CONTAINER_IMAGE) || place.mayBe(AssetKind.IMAGE_INDEX)
                ? mapping.namesOf(place).get(0)
                : place;
    }

    /** A vulnerability at a place. */
    private record Case(AssetKey place, AssetKey vulnerability) {}
}
