package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServiceConnection;
import java.util.List;
import java.util.function.Consumer;

/** The pipeline was authorised to use the service connection. */
final class PipelineUsesServiceConnection implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552", "T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Pipeline.class).forEach(pipeline -> {
            for (ServiceConnection connection :
                    situation.graph().targets(pipeline.key(), RelationType.USES_CONNECTION, ServiceConnection.class)) {
                CheckGate gate = CheckGate.of(connection.requiredApprovers(), connection.protectedBranchesOnly());
                steps.accept(new AttackStep(
                        pipeline.key(),
                        name(),
                        connection.key(),
                        techniques(),
                        gate.likelihood().probability(),
                        Evidence.of(
                                "the pipeline may use the service connection; " + gate.statement(),
                                pipeline.key(),
                                connection.key()),
                        List.of("take " + connection.key().value() + " from "
                                + pipeline.key().value()),
                        List.of("require an approval, and a protected branch, for "
                                + connection.key().value())));
            }
        });
    }
}
