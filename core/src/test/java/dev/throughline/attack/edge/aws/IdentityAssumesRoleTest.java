package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import org.junit.jupiter.api.Test;

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

    @Test
    void knowsASessionByItsRole() {
        assertThat(new Account()
                        .withRole("ci")
                        .holds(Account.role("ci"), "may", ASSUME + " when=Bool,aws:MultiFactorAuthPresent,true")
                        .withRole(
                                "app",
                                "allow action=sts:AssumeRole"
                                        + " principal=aws:arn:aws:sts::111122223333:assumed-role/ci/run")
                        .found("IdentityAssumesRole"))
                .isEmpty();
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
