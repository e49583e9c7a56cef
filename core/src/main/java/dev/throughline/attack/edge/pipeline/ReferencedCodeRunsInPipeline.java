package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.function.Consumer;

/**
 * A pipeline takes an action, a workflow or a template from another repository by a branch or tag, which whoever writes there
 * can move.
 */
final class ReferencedCodeRunsInPipeline implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1195.001", "T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(ActionReference.class).forEach(reference -> {
            if (reference.repository() == null || Boolean.TRUE.equals(reference.pinned())) {
                return;
            }
            situation
                    .graph()
                    .find(AssetKey.parse(reference.repository()), Repository.class)
                    .ifPresent(repository -> situation
                            .graph()
                            .incoming(reference.key(), RelationType.USES_ACTION)
                            .forEach(use -> steps.accept(step(repository, reference, use.from()))));
        });
    }

    private AttackStep step(Repository repository, ActionReference reference, AssetKey pipeline) {
        Evidence evidence = Evidence.of(
                "the pipeline runs code of the repository by a name that can be moved",
                repository.key(),
                reference.key(),
                pipeline);
        return new AttackStep(
                repository.key(),
                name(),
                pipeline,
                techniques(),
                Likelihood.EASY.probability(),
                reference.ref() == null ? evidence : evidence.with("ref", reference.ref()),
                List.of("pin " + reference.key().value() + " in " + pipeline.value() + " to a full commit id"),
                List.of("protect branches and tags of " + repository.key().value()));
    }
}
