package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityTakesOverIdentityTest {
    @Test
    void leadsToTheUsersThatAStatementNames() {
        assertThat(new Account()
                        .withUser("ann", "allow action=iam:CreateAccessKey resource=arn:aws:iam::111122223333:user/b*")
                        .withUser("bob")
                        .withUser("cem")
                        .found("IdentityTakesOverIdentity"))
                .containsExactly("policy/ann-policy -> user/bob");
    }

    @Test
    void leadsFromTheAccountToEveryPrincipal() {
        assertThat(new Account().withUser("ann").withRole("app").ofAdministrators("IdentityTakesOverIdentity"))
                .containsExactly(Account.role("app"), Account.user("ann"));
    }
}
