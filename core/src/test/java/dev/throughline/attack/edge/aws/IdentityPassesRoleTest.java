package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityPassesRoleTest {
    private static final String RUN = "allow action=ec2:RunInstances resource=*";

    private static Account account(String pass) {
        return new Account()
                .withUser("ann", pass, RUN)
                .withRole("app", "allow action=sts:AssumeRole principal=service:ec2.amazonaws.com")
                .withRole("fn", "allow action=sts:AssumeRole principal=service:lambda.amazonaws.com");
    }

    @Test
    void leadsToRolesThatTrustTheService() {
        assertThat(account("allow action=iam:PassRole resource=*").found("IdentityPassesRole"))
                .containsExactly("policy/ann-policy -> role/app");
    }

    @ParameterizedTest
    @CsvSource({"ec2.amazonaws.com, 1", "*.amazonaws.com, 1", "lambda.amazonaws.com, 0"})
    void heedsTheServiceARoleMayBePassedTo(String service, int steps) {
        assertThat(account("allow action=iam:PassRole resource=* when=StringLike,iam:PassedToService," + service)
                        .found("IdentityPassesRole"))
                .hasSize(steps);
    }

    @ParameterizedTest
    @CsvSource({"ec2.amazonaws.com, 0", "*, 0", "lambda.amazonaws.com, 1"})
    void heedsTheServiceARoleMayNotBePassedTo(String service, int steps) {
        assertThat(account("allow action=iam:PassRole resource=*")
                        .holds(
                                Account.user("ann"),
                                "guard",
                                "deny action=iam:PassRole resource=* when=StringLike,iam:PassedToService," + service)
                        .found("IdentityPassesRole"))
                .hasSize(steps);
    }
}
