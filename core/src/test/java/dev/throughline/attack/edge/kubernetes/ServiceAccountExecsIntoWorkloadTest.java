package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountExecsIntoWorkloadTest {
    private static List<AttackStep> steps(String scope, String rule) {
        return new Estate()
                .account("ops")
                .deployment("api")
                .role("ops", scope, rule)
                .steps("ServiceAccountExecsIntoWorkload");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shop | verbs=create groups= resources=pods/exec names=
                    *    | verbs=create groups= resources=pods/exec names=
                    *    | verbs=create groups= resources=nodes/proxy names=
                    shop | verbs=create groups= resources=*/exec names=
                    shop | verbs=* groups=* resources=* names=
                    """)
    void leadsToEveryWorkloadInReachOfTheRole(String scope, String rule) {
        AttackStep step = steps(scope, rule).get(0);

        assertThat(step.to()).isEqualTo(Estate.workload("api"));
        assertThat(step.evidence().fields()).containsEntry("rule", rule).containsEntry("scope", scope);
        assertThat(step.techniques()).containsExactly("T1609");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shop  | verbs=create groups= resources=pods names=
                    shop  | verbs=create groups= resources=nodes/proxy names=
                    *     | verbs=get groups= resources=nodes names=
                    other | verbs=create groups= resources=pods/exec names=
                    shop  | verbs=create groups= resources=pods/exec names=one
                    """)
    void leadsNowhereWhenTheRoleRunsNoCommandsThere(String scope, String rule) {
        assertThat(steps(scope, rule)).isEmpty();
    }
}
