package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.VariableGroup;
import java.util.List;
import java.util.function.Consumer;

/**
 * A pipeline is handed the secret, the group of variables or the file; whoever changes the pipeline can have it printed. A
 * name that the repository does not define is that of a secret of its organization.
 */
final class PipelineReadsSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(Pipeline.class).forEach(pipeline -> {
            for (Relation handed : graph.outgoing(pipeline.key(), RelationType.USES_SECRET)) {
                CheckGate gate = graph.find(handed.to(), VariableGroup.class)
                        .map(group -> CheckGate.of(group.requiredApprovers(), group.protectedBranchesOnly()))
                        .orElse(CheckGate.OPEN);
                steps.accept(step(pipeline.key(), meant(graph, handed.to()), gate));
            }
        });
    }

    private static AssetKey meant(RiskGraph graph, AssetKey named) {
        PipelineSecret secret = graph.find(named, PipelineSecret.class).orElse(null);
        String path = named.value();
        int name = path.lastIndexOf('/');
        int repository = path.lastIndexOf('/', name - 1);
        if (secret == null || secret.level() != null || repository < 0) {
            return named;
        }
        AssetKey shared = AssetKey.of(AssetKind.PIPELINE_SECRET, path.substring(0, repository) + path.substring(name));
        return graph.number(shared) < 0 ? named : shared;
    }

    private AttackStep step(AssetKey pipeline, AssetKey secret, CheckGate gate) {
        return new AttackStep(
                pipeline,
                name(),
                secret,
                techniques(),
                gate.likelihood().probability(),
                Evidence.of("the pipeline is handed the secret", pipeline, secret),
                List.of("replace the secret " + secret.value() + " by OpenID Connect"),
                List.of("hand it only to an environment with required reviewers"));
    }
}
