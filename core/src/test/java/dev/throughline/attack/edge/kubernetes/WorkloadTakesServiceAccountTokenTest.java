package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTakesServiceAccountTokenTest {
    private static final AssetKey ACCOUNT = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api");

    private static List<AttackStep> steps(Boolean pod, Boolean account) {
        Map<String, Object> ofPod = new HashMap<>();
        ofPod.put("automountToken", pod);
        Map<String, Object> ofAccount = new HashMap<>();
        ofAccount.put("automountToken", account);
        return new Estate()
                .deployment("api", ofPod)
                .asset(ACCOUNT, ofAccount)
                .runsAs("api", "api")
                .steps("WorkloadTakesServiceAccountToken");
    }

    @ParameterizedTest
    @CsvSource({",,unset", "true,,true", "true,false,true", ",true,true"})
    void leadsToTheServiceAccountWhoseTokenIsMounted(Boolean pod, Boolean account, String said) {
        AttackStep step = steps(pod, account).get(0);

        assertThat(step.from()).isEqualTo(Estate.workload("api"));
        assertThat(step.to()).isEqualTo(ACCOUNT);
        assertThat(step.evidence().fields()).containsEntry("automountServiceAccountToken", said);
        assertThat(step.breaks())
                .containsExactly("set automountServiceAccountToken: false on prod/shop/Deployment/api");
    }

    @ParameterizedTest
    @CsvSource({"false,", "false,true", ",false"})
    void leadsNowhereWhenThePodOrElseTheAccountRefusesIt(Boolean pod, Boolean account) {
        assertThat(steps(pod, account)).isEmpty();
    }

    @Test
    void leadsNowhereWhenTheAccountIsNotKnown() {
        assertThat(new Estate().deployment("api").steps("WorkloadTakesServiceAccountToken"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "https://kubernetes.default.svc.cluster.local, 1", "sts.amazonaws.com, 0"})
    void countsATokenThatAVolumeProjectsForTheApiServerOnly(String audience, int steps) {
        assertThat(new Estate()
                        .deployment("api", Map.of("automountToken", false, "tokenAudiences", List.of(audience)))
                        .runsAs("api", "api")
                        .steps("WorkloadTakesServiceAccountToken"))
                .hasSize(steps);
    }
}
