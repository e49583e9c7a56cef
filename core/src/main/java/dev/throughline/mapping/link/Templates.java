package dev.throughline.mapping.link;

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
        graph.assets(Repository.class)
                .forEach(repository -> graph.incoming(repository.key(), RelationType.PROVISIONED_BY)
                        .forEach(made -> visitor.accept(made, repository.key())));
        graph.assets(SourceFile.class).forEach(file -> {
            for (Relation made : graph.incoming(file.key(), RelationType.PROVISIONED_BY)) {
                graph.sources(file.key(), RelationType.CONTAINS, Repository.class)
                        .forEach(repository -> visitor.accept(made, repository.key()));
            }
        });
    }

    /** Whether a deployment tool applied a manifest, rather than that a tag or an address tells of a template. */
    static boolean isApplied(Relation made) {
        return made.from().mayBe(AssetKind.WORKLOAD)
                && Collections.disjoint(made.properties().keySet(), TRACES);
    }
}
