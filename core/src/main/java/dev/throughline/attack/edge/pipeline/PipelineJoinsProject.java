package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Project;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** Every pipeline of a project may use what the project opened to all of them, whether or not it names it yet. */
final class PipelineJoinsProject implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Project.class).forEach(project -> {
            if (SharedResource.of(situation.graph(), project.key()).isEmpty()) {
                return;
            }
            for (Pipeline pipeline : situation.graph().targets(project.key(), RelationType.CONTAINS, Pipeline.class)) {
                steps.accept(step(pipeline.key(), project.key()));
            }
        });
    }

    private AttackStep step(AssetKey pipeline, AssetKey project) {
        return new AttackStep(
                pipeline,
                name(),
                project,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("the pipeline runs in the project", pipeline, project),
                List.of(),
                List.of("open the resources of " + project.value() + " only to the pipelines that need them"));
    }
}
