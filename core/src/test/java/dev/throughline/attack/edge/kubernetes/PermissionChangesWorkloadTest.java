package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionChangesWorkloadTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=patch groups= resources=pods names= | workload:prod/shop/Deployment/api
        * | verbs=update groups=apps resources=deployments names= | workload:prod/shop/Deployment/api
        * | verbs=patch groups=apps resources=statefulsets names=far | workload:prod/other/StatefulSet/far
        * | verbs=patch groups=apps resources=* names= | workload:prod/other/StatefulSet/far workload:prod/shop/Deployment/api
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionChangesWorkload", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create groups= resources=pods names=
        shop | verbs=patch groups=apps resources=statefulsets names=
        shop | verbs=patch groups=apps resources=deployments names=none
        shop | verbs=patch groups=apps resources=deployments/scale names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionChangesWorkload", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionChangesWorkload", estate(), "shop", "verbs=patch groups= resources=pods names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "shop").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
    }
}
