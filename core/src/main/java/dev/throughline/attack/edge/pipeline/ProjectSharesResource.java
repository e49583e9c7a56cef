package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Project;
import java.util.List;
import java.util.function.Consumer;

/** A service connection, variable group or secure file is open to all pipelines of its project. */
final class ProjectSharesResource implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552", "T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Project.class).forEach(project -> {
            for (SharedResource shared : SharedResource.of(situation.graph(), project.key())) {
                steps.accept(step(project.key(), shared));
            }
        });
    }

    private AttackStep step(AssetKey project, SharedResource shared) {
        String name = shared.key().value();
        return new AttackStep(
                project,
                name(),
                shared.key(),
                techniques(),
                shared.gate().likelihood().probability(),
                Evidence.of(
                        "it is open to all pipelines of the project; "
                                + shared.gate().statement(),
                        project,
                        shared.key()),
                List.of("open " + name + " only to the pipelines that need it"),
                List.of("require an approval, and a protected branch, for " + name));
    }
}
