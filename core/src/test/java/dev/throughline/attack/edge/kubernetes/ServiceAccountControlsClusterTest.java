package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountControlsClusterTest {
    private static List<AttackStep> steps(String scope, String rule) {
        return new Estate().account("root").role("root", scope, rule).steps("ServiceAccountControlsCluster");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs=* groups=* resources=* names=",
                "verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=",
                "verbs=escalate groups=rbac.authorization.k8s.io resources=clusterroles names="
            })
    void leadsToTheClusterWhenItMayDoAnythingOrGiveItselfAnyRole(String rule) {
        AttackStep step = steps("*", rule).get(0);

        assertThat(step.to()).isEqualTo(Estate.CLUSTER);
        assertThat(step.evidence().fields()).containsEntry("rule", rule);
        assertThat(step.breaks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shop | verbs=* groups=* resources=* names=
                    *    | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=view
                    *    | verbs=bind groups=rbac.authorization.k8s.io resources=roles names=
                    *    | verbs=get,list groups=* resources=* names=
                    """)
    void leadsNowhereWhenItMayDoLess(String scope, String rule) {
        assertThat(steps(scope, rule)).isEmpty();
    }
}
