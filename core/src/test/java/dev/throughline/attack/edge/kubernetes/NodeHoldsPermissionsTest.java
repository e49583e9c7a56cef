package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeHoldsPermissionsTest {
    private static List<AttackStep> steps(String subject, String rule) {
        return Shop.estate().bound(AssetKey.parse(subject), "*", rule).steps("NodeHoldsPermissions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject:prod/Group/system:nodes",
                "subject:prod/Group/system:authenticated",
                "subject:prod/User/system:node:n1"
            })
    void leadsToWhatIsBoundToTheKubelet(String subject) {
        AttackStep step =
                steps(subject, "verbs=get groups= resources=secrets names=").get(0);

        assertThat(step.from()).isEqualTo(Estate.node("n1"));
        assertThat(step.to()).isEqualTo(Estate.binding("*"));
        assertThat(step.probability()).isEqualTo(1);
    }

    @Test
    void doesNotLeadToBindingsThatLeadNowhereOrAreForOthers() {
        assertThat(steps("subject:prod/Group/system:nodes", "verbs=list groups= resources=pods names="))
                .isEmpty();
        assertThat(steps("subject:prod/User/system:node:n2", "verbs=get groups= resources=secrets names="))
                .isEmpty();
    }
}
