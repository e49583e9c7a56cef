package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.OWNER;
import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureApproverAdmitsActivationTest {
    private static final String EDGE = "AzureApproverAdmitsActivation";
    private static final AssetKey ROLE = role("/subscriptions/s", OWNER);
    private static final AssetKey APPROVER = entra("approver");

    @Test
    void anApproverLetsSomebodyElseActivateTheRole() {
        AttackStep step = new AzureEstate()
                .eligible(PRINCIPAL, ROLE, Map.of())
                .activated(ROLE, "required", APPROVER)
                .facts
                .steps(EDGE)
                .get(0);

        assertThat(step.from()).isEqualTo(APPROVER);
        assertThat(step.to()).isEqualTo(ROLE);
        assertThat(step.probability()).isEqualTo(0.2);
        assertThat(step.evidence().assets()).contains(PRINCIPAL);
    }

    @Test
    void nobodyApprovesARequestOfItsOwn() {
        assertThat(new AzureEstate()
                        .eligible(PRINCIPAL, ROLE, Map.of())
                        .activated(ROLE, "required", PRINCIPAL)
                        .steps(EDGE))
                .isEmpty();
    }

    @Test
    void anApproverHasNothingToApproveWhereNobodyIsEligibleAnyMore() {
        assertThat(new AzureEstate()
                        .eligible(PRINCIPAL, ROLE, Map.of("until", "2026-11-22T11:00:00Z"))
                        .activated(ROLE, "required", APPROVER)
                        .steps(EDGE))
                .isEmpty();
    }

    @Test
    void noApproverIsNeededWhereNoApprovalIs() {
        assertThat(new AzureEstate()
                        .eligible(PRINCIPAL, ROLE, Map.of())
                        .activated(ROLE, "none", APPROVER)
                        .steps(EDGE))
                .isEmpty();
    }
}
