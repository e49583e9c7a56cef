package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionBindsRoleTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names= & verbs=create groups=rbac.authorization.k8s.io resources=clusterrolebindings names= | cluster:prod
        * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=cluster-admin & verbs=patch groups=rbac.authorization.k8s.io resources=clusterrolebindings names= | cluster:prod
        * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names= & verbs=create groups=rbac.authorization.k8s.io resources=rolebindings names= | namespace:prod/other namespace:prod/shop
        shop | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=edit & verbs=create groups=rbac.authorization.k8s.io resources=rolebindings names= | namespace:prod/shop
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionBindsRole", estate(), scope, rules)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=
        * | verbs=create groups=rbac.authorization.k8s.io resources=clusterrolebindings,rolebindings names=
        * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=view & verbs=create groups=rbac.authorization.k8s.io resources=clusterrolebindings names=
        * | verbs=bind groups=rbac.authorization.k8s.io resources=roles names= & verbs=create groups=rbac.authorization.k8s.io resources=clusterrolebindings names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionBindsRole", estate(), scope, rules)).isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionBindsRole",
                        estate(),
                        "*",
                        "verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names= & verbs=create"
                                + " groups=rbac.authorization.k8s.io resources=clusterrolebindings names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "*").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
    }
}
