package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityAssumesRoleTest {
    private static final String ASSUME = "allow action=sts:AssumeRole resource=*";

    @Test
    void needsBothSidesWhereTheTrustLeavesItToTheAccount() {
        String trust = "allow action=sts:AssumeRole principal=aws:arn:aws:iam::111122223333:root";

        assertThat(new Account()
                        .withUser("ann", ASSUME)
                        .withUser("bob")
                        .withRole("app", trust)
                        .found("IdentityAssumesRole"))
                .containsExactly("policy/ann-policy -> role/app");
    }

    @Test
    void needsOnlyTheTrustWhereThatNamesThePrincipal() {
        assertThat(new Account()
                        .withUser("ann")
                        .withUser("bob", ASSUME)
                        .withRole(
                                "app",
                                "allow action=sts:AssumeRole principal=aws:"
                                        + Account.user("ann").value())
                        .found("IdentityAssumesRole"))
                .containsExactly("user/ann -> role/app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci", "team/ci"})
    void knowsASessionByItsRole(String role) {
        assertThat(new Account()
                        .withRole(role)
                        .withRole(
                                "app",
                                "allow action=sts:AssumeRole"
                                        + " principal=aws:arn:aws:sts::111122223333:assumed-role/ci/run")
                        .found("IdentityAssumesRole"))
                .containsExactly("role/" + role + " -> role/app");
    }

    @Test
    void anAdministratorAssumesTheRolesOfOtherAccountsThatNameIt() {
        AssetKey far = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::999900001111:role/deploy");

        assertThat(new Account()
                        .withRole("admin")
                        .holds(Account.role("admin"), "all", Account.ANYTHING)
                        .withRole("ci")
                        .holds(Account.role("ci"), "all", Account.ANYTHING)
                        .guarded(
                                far,
                                "allow action=sts:AssumeRole principal=aws:"
                                        + Account.role("admin").value())
                        .found("IdentityAssumesRole"))
                .containsExactly("role/admin -> role/deploy");
    }

    @Test
    void namesTheConditionsOfTheTrust() {
        AttackStep step = new Account()
                .withUser("ann", ASSUME)
                .withRole(
                        "app",
                        "allow action=sts:AssumeRole principal=aws:111122223333 when=StringEquals,sts:ExternalId,x")
                .steps("IdentityAssumesRole")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.8);
        assertThat(step.evidence().fields()).containsEntry("conditions", "sts:ExternalId StringEquals x");
    }

    @Test
    void doesNotTakeServicesForPrincipals() {
        assertThat(new Account()
                        .withUser("ann", ASSUME)
                        .withRole("app", "allow action=sts:AssumeRole principal=service:ec2.amazonaws.com")
                        .found("IdentityAssumesRole"))
                .isEmpty();
    }
}
