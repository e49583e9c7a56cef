package dev.throughline.mapping.link;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SourceFile;
import java.util.Collections;
import java.util.Set;
import java.util.function.BiConsumer;

/** What sources say was made from templates and manifests. */
final class Templates {
    private static final Set<String> TRACES = Set.of("tag", "address");

    private Templates() {}

    /** Shows every relation {@code PROVISIONED_BY}, with the repository that it leads to or that holds the file. */
    static void visit(RiskGraph graph, BiConsumer<Relation, AssetKey> visitor) {
        for (Asset asset : graph.assets()) {
            if (asset instanceof Repository) {
                graph.incoming(asset.key(), RelationType.PROVISIONED_BY)
                        .forEach(made -> visitor.accept(made, asset.key()));
            } else if (asset instanceof SourceFile) {
                for (Relation made : graph.incoming(asset.key(), RelationType.PROVISIONED_BY)) {
                    graph.sources(asset.key(), RelationType.CONTAINS, Repository.class)
                            .forEach(repository -> visitor.accept(made, repository.key()));
                }
            }
        }
    }

    /** Whether a deployment tool applied a manifest, rather than that a tag or an address tells of a template. */
    static boolean isApplied(Relation made) {
        return made.from().mayBe(AssetKind.WORKLOAD)
                && Collections.disjoint(made.properties().keySet(), TRACES);
    }
}
