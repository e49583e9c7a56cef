package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousUsesClusterTest {
    private static List<AttackStep> steps(String subject, String rule) {
        return Shop.estate().bound(AssetKey.parse(subject), "*", rule).steps("AnonymousUsesCluster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject:prod/Group/system:unauthenticated", "subject:prod/User/system:anonymous"})
    void leadsToWhatIsBoundToThoseWhoDoNotSignIn(String subject) {
        AttackStep step =
                steps(subject, "verbs=get groups= resources=secrets names=").get(0);

        assertThat(step.from()).isEqualTo(AssetKey.ANONYMOUS);
        assertThat(step.to()).isEqualTo(Estate.binding("*"));
        assertThat(step.probability()).isEqualTo(Likelihood.MODERATE.probability());
        assertThat(step.evidence().fields()).containsKey("apiServer");
    }

    @Test
    void leadsNowhereWhenTheyMayOnlyLookOrMustSignIn() {
        assertThat(steps("subject:prod/Group/system:unauthenticated", "verbs=get groups= resources=pods names="))
                .isEmpty();
        assertThat(steps("subject:prod/Group/system:authenticated", "verbs=get groups= resources=secrets names="))
                .isEmpty();
    }
}
