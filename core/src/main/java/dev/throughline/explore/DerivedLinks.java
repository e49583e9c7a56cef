package dev.throughline.explore;

import dev.throughline.attack.AttackGraph;
import dev.throughline.attack.AttackStep;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The relations that were derived, as they are published: between assets that the graph holds. */
final class DerivedLinks {
    private final RiskGraph graph;
    private final LongStream.Builder pairs = LongStream.builder();

    private DerivedLinks(RiskGraph graph) {
        this.graph = graph;
    }

    /** What is said of a name of an image stands at this name, not at the others. */
    static PackedLinks builtFrom(RiskGraph graph, Mapping mapping) {
        DerivedLinks links = new DerivedLinks(graph);
        for (AssetKey image : mapping.mappedImages()) {
            Set<AssetKey> names = Set.copyOf(mapping.namesOf(image));
            mapping.candidates(image).stream()
                    .flatMap(candidate -> candidate.links().stream())
                    .filter(link -> names.contains(link.subject()))
                    .forEach(links::add);
        }
        return links.packed();
    }

    static PackedLinks deployedFrom(RiskGraph graph, Mapping mapping) {
        DerivedLinks links = new DerivedLinks(graph);
        for (AssetKey asset : mapping.deployedAssets()) {
            List<Candidate> candidates = mapping.deployedFrom(asset);
            candidates.forEach(candidate -> candidate.links().forEach(links::add));
        }
        return links.packed();
    }

    static PackedLinks canAttack(RiskGraph graph, AttackGraph attacks) {
        DerivedLinks links = new DerivedLinks(graph);
        for (AttackStep step : attacks.steps()) {
            links.add(step.from(), step.to());
        }
        return links.packed();
    }

    private void add(Link link) {
        add(link.subject(), link.repository());
        add(link.subject(), link.commit());
    }

    private void add(AssetKey from, @Nullable AssetKey to) {
        int start = graph.number(from);
        int end = to == null ? -1 : graph.number(to);
        if (start >= 0 && end >= 0) {
            pairs.add(PackedLinks.pair(start, end));
        }
    }

    private PackedLinks packed() {
        return new PackedLinks(graph.size(), pairs.build().toArray());
    }
}
