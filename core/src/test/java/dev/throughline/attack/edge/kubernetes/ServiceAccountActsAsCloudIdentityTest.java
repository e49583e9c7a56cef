package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class ServiceAccountActsAsCloudIdentityTest {
    private static final AssetKey ROLE =
            AssetKey.parse("cloud://iam.googleapis.com/projects/acme/serviceAccounts/api@acme.iam.gserviceaccount.com");
    private static final AssetKey ACCOUNT = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api");

    private static Estate annotated() {
        return new Estate().account("api").relation(ACCOUNT, RelationType.CAN_AUTHENTICATE_AS, ROLE);
    }

    @Test
    void leadsToTheIdentityThatTheServiceAccountIsSetUpFor() {
        AttackStep step = annotated().steps("ServiceAccountActsAsCloudIdentity").get(0);

        assertThat(step.from()).isEqualTo(ACCOUNT);
        assertThat(step.to()).isEqualTo(ROLE);
        assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
        assertThat(step.evidence().fields()).containsEntry("trust", "not read");
    }

    @Test
    void isTrivialWhereTheIdentityTrustsTheServiceAccount() {
        assertThat(annotated().relation(ROLE, RelationType.TRUSTS, ACCOUNT).steps("ServiceAccountActsAsCloudIdentity"))
                .extracting(AttackStep::probability)
                .containsExactly(Likelihood.TRIVIAL.probability());
    }

    @Test
    void leavesRolesOfAwsToTheirOwnEdge() {
        AssetKey role = AssetKey.parse("cloud:arn:aws:iam::111122223333:role/api");
        Estate estate = new Estate().account("api").relation(ACCOUNT, RelationType.CAN_AUTHENTICATE_AS, role);

        assertThat(estate.steps("ServiceAccountActsAsCloudIdentity")).isEmpty();
        assertThat(estate.steps("ServiceAccountAssumesRole")).hasSize(1);
    }
}
