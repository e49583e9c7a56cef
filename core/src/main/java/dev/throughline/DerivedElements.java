package dev.throughline;

import dev.throughline.model.AssetKey;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an assessment derived, as nodes and relationships in the order of a projection.
 *
 * @param nodes the nodes
 * @param relationships the relationships
 */
record DerivedElements(List<ProjectedNode> nodes, List<ProjectedRelationship> relationships) {
    /** Made side by side, for a publish waits for it. */
    static DerivedElements of(Assessment assessment) {
        Set<AssetKey> stops = assessment.attackGraph().assets().stream()
                .filter(asset -> assessment.graph().number(asset) < 0)
                .collect(Collectors.toSet());
        List<DerivedPart> parts = DerivedPart.ALL.parallelStream()
                .map(adding -> {
                    DerivedPart part = new DerivedPart(assessment, stops);
                    adding.accept(part);
                    return part;
                })
                .toList();
        return new DerivedElements(
                parts.stream().flatMap(part -> part.nodes().stream()).sorted().toList(),
                parts.parallelStream()
                        .flatMap(part -> part.relationships().stream())
                        .sorted()
                        .toList());
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
