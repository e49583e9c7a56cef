package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class AdministratorControlsAccountTest {
    @Test
    void leadsFromWhoeverMayDoAnything() {
        Account account = new Account().withUser("ann", Account.ANYTHING);

        assertThat(account.found("AdministratorControlsAccount")).containsExactly("user/ann -> aws/111122223333");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow action=s3:* resource=*",
                "allow action=* resource=arn:aws:s3:::*",
                "allow action!=iam:* resource=*",
                "allow action=* resource=* when=IpAddress,aws:SourceIp,192.0.2.0/24"
            })
    void leadsFromNobodyElse(String statement) {
        assertThat(new Account().withUser("ann", statement).found("AdministratorControlsAccount"))
                .isEmpty();
    }

    @Test
    void stopsAtABoundary() {
        assertThat(new Account()
                        .withUser("ann", Account.ANYTHING)
                        .limited(Account.user("ann"), "boundary", "allow action=s3:* resource=*")
                        .found("AdministratorControlsAccount"))
                .isEmpty();
    }
}
