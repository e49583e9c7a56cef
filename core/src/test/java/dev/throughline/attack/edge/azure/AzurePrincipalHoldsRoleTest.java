package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.OWNER;
import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzurePrincipalHoldsRoleTest {
    @Test
    void aPrincipalHoldsTheRoleItWasAssigned() {
        assertThat(new AzureEstate().assigned("/subscriptions/s", OWNER).steps("AzurePrincipalHoldsRole"))
                .containsExactly(PRINCIPAL + " " + role("/subscriptions/s", OWNER));
    }

    @Test
    void aConditionIsKeptAsItIsWrittenAndMakesTheStepLessLikely() {
        AzureEstate estate = new AzureEstate();
        estate.facts.asset(AssetKind.CLOUD_ROLE, role("/subscriptions/s", OWNER), Map.of());
        estate.facts.relation(
                PRINCIPAL,
                RelationType.HAS_ROLE,
                role("/subscriptions/s", OWNER),
                Map.of("scope", "cloudaccount:azure/s", "condition", "@Resource[a] StringEquals 'b'"));

        AttackStep step = estate.facts.steps("AzurePrincipalHoldsRole").get(0);
        assertThat(step.probability()).isEqualTo(0.5);
        assertThat(step.evidence().fields()).containsEntry("condition", "@Resource[a] StringEquals 'b'");
    }
}
