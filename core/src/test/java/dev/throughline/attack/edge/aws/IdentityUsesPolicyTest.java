package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityUsesPolicyTest {
    private static final String READ = "allow action=s3:GetObject resource=*";

    @Test
    void leadsToThePoliciesOfAPrincipalAndItsGroups() {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .withGroup("team", "ann")
                        .holds(Account.group("team"), "shared", READ)
                        .found("IdentityUsesPolicy"))
                .containsExactly(
                        "group/team -> policy/shared", "user/ann -> policy/ann-policy", "user/ann -> policy/shared");
    }

    @Test
    void leavesOutWhoeverIsLimited() {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .limited(Account.user("ann"), "boundary", Account.ANYTHING)
                        .withUser("bob", READ, "deny action=s3:GetObject resource=arn:aws:s3:::pay/*")
                        .found("IdentityUsesPolicy"))
                .isEmpty();
    }
}
