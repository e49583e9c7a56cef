package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionDirectsDeployerTest {
    private static Estate estate() {
        return Shop.estate()
                .deployment("argocd", Map.of("labels", List.of("app.kubernetes.io/name=argocd-application-controller")))
                .runsAs("argocd", "argocd")
                .deployment("flux", Map.of("labels", List.of("app=kustomize-controller")))
                .runsAs("flux", "flux");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create groups=argoproj.io resources=applications names= | serviceaccount:prod/shop/argocd
        other | verbs=patch groups=kustomize.toolkit.fluxcd.io resources=kustomizations names= | serviceaccount:prod/shop/flux
        * | verbs=create groups=* resources=* names= | serviceaccount:prod/shop/argocd serviceaccount:prod/shop/flux
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionDirectsDeployer", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        other | verbs=create groups=argoproj.io resources=applications names=
        shop | verbs=get groups=argoproj.io resources=applications names=
        shop | verbs=create groups=helm.toolkit.fluxcd.io resources=helmreleases names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionDirectsDeployer", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionDirectsDeployer",
                        estate(),
                        "shop",
                        "verbs=create groups=argoproj.io resources=applications names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "shop").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
    }
}
