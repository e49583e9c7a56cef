package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityOpensStoreTest {
    @Test
    void leadsThroughThePolicyThatManyHold() {
        Account account =
                new Account().withUser("ann").withUser("bob").withBucket("pay").withBucket("logs");
        for (String name : new String[] {"ann", "bob"}) {
            account.holds(Account.user(name), "read", "allow action=s3:GetObject resource=*");
        }

        assertThat(account.found("IdentityOpensStore")).containsExactly("policy/read -> logs", "policy/read -> pay");
        assertThat(account.found("IdentityUsesPolicy"))
                .containsExactly("user/ann -> policy/read", "user/bob -> policy/read");
    }

    @Test
    void isProvedByTheStatementAndBrokenByTakingThePermission() {
        AttackStep step = new Account()
                .withUser("ann", "allow action=s3:Get* resource=*")
                .withBucket("pay")
                .steps("IdentityOpensStore")
                .get(0);

        assertThat(step.evidence().fields())
                .containsEntry("statements", "allow action=s3:Get* resource=*")
                .containsEntry("permissions", "s3:GetObject");
        assertThat(step.techniques()).containsExactly("T1530");
        assertThat(step.breaks())
                .containsExactly("take s3:GetObject on arn:aws:s3:::pay from "
                        + Account.policy("ann-policy").value());
    }

    @Test
    void leadsFromTheAccountUnlessTheOrganizationForbidsIt() {
        assertThat(new Account().withUser("ann").withBucket("pay").ofAdministrators("IdentityOpensStore"))
                .containsExactly(Account.bucket("pay"));
        assertThat(new Account()
                        .withUser("ann")
                        .withBucket("pay")
                        .limited(Account.KEY, "no", "deny action=s3:* resource=*")
                        .ofAdministrators("IdentityOpensStore"))
                .isEmpty();
    }
}
