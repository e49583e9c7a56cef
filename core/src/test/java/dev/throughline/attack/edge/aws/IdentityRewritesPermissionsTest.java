package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityRewritesPermissionsTest {
    @Test
    void leadsToTheAccountByAPolicyOfItsOwnOnly() {
        String rewrite = "allow action=iam:CreatePolicyVersion resource="
                + Account.policy("other").value();

        assertThat(new Account().withUser("ann", rewrite).found("IdentityRewritesPermissions"))
                .isEmpty();
        assertThat(new Account()
                        .withUser("ann", rewrite)
                        .holds(Account.user("ann"), "other", "allow action=s3:ListBucket resource=*")
                        .found("IdentityRewritesPermissions"))
                .containsExactly("user/ann -> aws/111122223333");
    }

    @Test
    void stopsAtABoundary() {
        assertThat(new Account()
                        .withUser("ann", "allow action=iam:PutUserPolicy resource=*")
                        .limited(Account.user("ann"), "boundary", "allow action=s3:* resource=*")
                        .found("IdentityRewritesPermissions"))
                .isEmpty();
    }
}
