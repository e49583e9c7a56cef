package dev.throughline.attack.edge.credential;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** The credential signs in to a store, a machine, a repository or an identity, as its owner or a check found. */
final class CredentialOpensTarget implements AttackEdge {
    private static final List<AssetKind> CREDENTIALS = List.of(
            AssetKind.EXPOSED_SECRET,
            AssetKind.SECRET_OBJECT,
            AssetKind.CONFIG_OBJECT,
            AssetKind.PIPELINE_SECRET,
            AssetKind.VARIABLE_GROUP,
            AssetKind.SECURE_FILE,
            AssetKind.SERVICE_CONNECTION,
            AssetKind.ACCESS_KEY);

    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        for (int i = 0; i < situation.graph().size(); i++) {
            if (CREDENTIALS.contains(situation.graph().asset(i).kind())) {
                for (Relation opens :
                        situation.graph().outgoing(situation.graph().key(i), RelationType.CAN_AUTHENTICATE_TO)) {
                    steps.accept(step(opens));
                }
            }
        }
    }

    private AttackStep step(Relation opens) {
        AssetKey credential = opens.from();
        return new AttackStep(
                credential,
                name(),
                opens.to(),
                techniques(),
                Likelihood.TRIVIAL.probability(),
                new Evidence("the credential opens it", List.of(credential, opens.to()), opens.properties()),
                List.of("revoke or narrow " + credential.value() + ", which opens "
                        + opens.to().value()),
                List.of("admit only known networks to " + opens.to().value()));
    }
}
