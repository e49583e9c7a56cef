package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.OWNER;
import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.SUBSCRIPTION;
import static dev.throughline.attack.edge.azure.AzureEstate.directoryRole;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzurePrincipalActivatesRoleTest {
    private static final String EDGE = "AzurePrincipalActivatesRole";
    private static final AssetKey ROLE = role("/subscriptions/s", OWNER);

    @Test
    void whoeverIsEligibleActivatesTheRoleAndHasWhatItGivesWithoutHoldingIt() {
        AzureEstate estate = new AzureEstate().eligible(PRINCIPAL, ROLE, Map.of());

        assertThat(estate.steps(EDGE)).containsExactly(PRINCIPAL + " " + ROLE);
        assertThat(estate.steps("AzureRoleGrantsScope")).containsExactly(ROLE + " " + SUBSCRIPTION);
        assertThat(estate.steps("AzurePrincipalHoldsRole")).isEmpty();
    }

    @Test
    void aRoleOfTheDirectoryLeadsOnFromAnEligibility() {
        AssetKey administrator = directoryRole("62e90394-69f5-4237-9190-012177145e10");

        assertThat(new AzureEstate()
                        .eligible(PRINCIPAL, administrator, Map.of("scope", "/"))
                        .steps("EntraAdministratorElevatesAccess"))
                .containsExactly(administrator + " " + SUBSCRIPTION);
    }

    @ParameterizedTest
    @CsvSource({"none,not required,0.8", "required,required,0.5", "other,unknown,0.8"})
    void approvalMakesItLessLikely(String approval, String told, double probability) {
        AttackStep step = new AzureEstate()
                .eligible(PRINCIPAL, ROLE, Map.of())
                .activated(ROLE, approval)
                .facts
                .steps(EDGE)
                .get(0);

        assertThat(step.probability()).isEqualTo(probability);
        assertThat(step.evidence().fields()).containsEntry("approval", told);
    }

    @Test
    void aPolicyThatWasNotReadIsUnknownAndNeverSafe() {
        AttackStep step = new AzureEstate()
                .eligible(PRINCIPAL, ROLE, Map.of())
                .facts
                .steps(EDGE)
                .get(0);

        assertThat(step.probability()).isEqualTo(0.8);
        assertThat(step.evidence().fields()).containsEntry("approval", "unknown");
        assertThat(step.evidence().statement()).contains("not known");
    }

    @Test
    void aConditionIsKeptAndMakesItLessLikely() {
        AttackStep step = new AzureEstate()
                .eligible(PRINCIPAL, ROLE, Map.of("condition", "@Resource[a] StringEquals 'b'"))
                .facts
                .steps(EDGE)
                .get(0);

        assertThat(step.probability()).isEqualTo(0.5);
        assertThat(step.evidence().fields()).containsEntry("condition", "@Resource[a] StringEquals 'b'");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T11:59:59Z,0", "2026-11-22T12:00:00Z,0", "2026-11-22T12:00:01Z,1", "tomorrow,1"})
    void anEligibilityThatEndedDoesNotCount(String until, int steps) {
        assertThat(new AzureEstate()
                        .eligible(PRINCIPAL, ROLE, Map.of("until", until))
                        .steps(EDGE))
                .hasSize(steps);
    }
}
