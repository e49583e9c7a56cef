package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionExemptsFromPodIdentityTest {
    private static Estate estate() {
        return Shop.estate()
                .deployment("nmi", Map.of("labels", List.of("component=nmi")))
                .relation(
                        Estate.node("n1"),
                        RelationType.RUNS_AS,
                        AssetKey.parse("cloud:/subscriptions/1/identity/kubelet"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create groups= resources=pods names= & verbs=create groups=aadpodidentity.k8s.io resources=azurepodidentityexceptions names= | cloud:/subscriptions/1/identity/kubelet
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionExemptsFromPodIdentity", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create groups= resources=pods names=
        shop | verbs=create groups=aadpodidentity.k8s.io resources=azurepodidentityexceptions names=
        shop | verbs=create groups= resources=pods names= & verbs=get groups=aadpodidentity.k8s.io resources=azurepodidentityexceptions names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionExemptsFromPodIdentity", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionExemptsFromPodIdentity",
                        estate(),
                        "shop",
                        "verbs=create groups= resources=pods names= & verbs=create groups=aadpodidentity.k8s.io"
                                + " resources=azurepodidentityexceptions names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "shop").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.MODERATE.probability());
    }
}
