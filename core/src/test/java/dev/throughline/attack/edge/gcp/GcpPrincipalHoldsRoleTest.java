package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PRINCIPAL;
import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpPrincipalHoldsRoleTest {
    @Test
    void aPrincipalHoldsTheRoleThatAPolicyBindsToIt() {
        assertThat(new GcpEstate().bound(PROJECT_NAME, "roles/owner").steps("GcpPrincipalHoldsRole"))
                .containsExactly(PRINCIPAL + " " + role(PROJECT_NAME, "roles/owner"));
    }

    @Test
    void aConditionIsKeptAsItIsWrittenAndMakesTheStepLessLikely() {
        GcpEstate estate = new GcpEstate();
        estate.facts.asset(AssetKind.CLOUD_ROLE, role(PROJECT_NAME, "roles/owner"), Map.of("name", "roles/owner"));
        estate.facts.relation(
                PRINCIPAL,
                RelationType.HAS_ROLE,
                role(PROJECT_NAME, "roles/owner"),
                Map.of("condition", "request.time < timestamp('2027-01-01T00:00:00Z')"));

        AttackStep step = estate.facts.steps("GcpPrincipalHoldsRole").get(0);
        assertThat(step.probability()).isEqualTo(0.5);
        assertThat(step.evidence().fields()).containsKey("condition");
    }
}
