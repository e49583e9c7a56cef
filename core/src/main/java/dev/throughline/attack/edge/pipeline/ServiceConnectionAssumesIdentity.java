package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.mapping.trust.FederatedTrust;
import dev.throughline.mapping.trust.FederatedTrusts;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServiceConnection;
import java.util.List;
import java.util.function.Consumer;

/** A service connection signs in as the identity it was made with, or that trusts it by workload identity federation. */
final class ServiceConnectionAssumesIdentity implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1550.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        FederatedTrusts trusts = situation.prepared(FederatedTrusts.class, FederatedTrusts::of);
        situation.graph().assets(ServiceConnection.class).forEach(connection -> {
            for (Relation as : situation.graph().outgoing(connection.key(), RelationType.CAN_AUTHENTICATE_AS)) {
                steps.accept(step(connection.key(), as.to(), "the service connection signs in as the identity"));
            }
            for (FederatedTrust trust : trusts.from(connection.key())) {
                steps.accept(step(connection.key(), trust.identity(), "the identity trusts the service connection"));
            }
        });
    }

    private AttackStep step(AssetKey connection, AssetKey identity, String statement) {
        return new AttackStep(
                connection,
                name(),
                identity,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of(statement, connection, identity),
                List.of("delete the service connection " + connection.value() + ", or give it an identity of its own"),
                List.of("give " + identity.value() + " only the rights its deployments need"));
    }
}
