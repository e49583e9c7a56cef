package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionEscalatesRoleTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=escalate,update groups=rbac.authorization.k8s.io resources=clusterroles names= | cluster:prod
        * | verbs=escalate groups=rbac.authorization.k8s.io resources=* names= & verbs=patch groups=rbac.authorization.k8s.io resources=clusterroles,roles names= | cluster:prod namespace:prod/other namespace:prod/shop
        shop | verbs=escalate,patch groups=rbac.authorization.k8s.io resources=roles names= | namespace:prod/shop
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionEscalatesRole", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=escalate groups=rbac.authorization.k8s.io resources=clusterroles names=
        * | verbs=update,patch groups=rbac.authorization.k8s.io resources=clusterroles names=
        shop | verbs=escalate,update groups=rbac.authorization.k8s.io resources=clusterroles names=
        * | verbs=escalate,update groups=rbac.authorization.k8s.io resources=clusterroles names=view
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionEscalatesRole", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionEscalatesRole",
                        estate(),
                        "*",
                        "verbs=escalate,update groups=rbac.authorization.k8s.io resources=clusterroles names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "*").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
    }
}
