package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionRunsPodsTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create groups= resources=pods names= | namespace:prod/shop
        * | verbs=create groups=batch resources=cronjobs names= | namespace:prod/other namespace:prod/shop
        * | verbs=patch groups=apps resources=statefulsets names= | namespace:prod/other
        shop | verbs=update groups=apps resources=deployments names=api | namespace:prod/shop
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionRunsPods", estate(), scope, rules)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=patch groups= resources=pods names=
        shop | verbs=get groups=apps resources=deployments names=
        shop | verbs=patch groups=apps resources=statefulsets names=
        shop | verbs=create groups= resources=pods names=one
        shop | verbs=create groups= resources=configmaps names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionRunsPods", estate(), scope, rules)).isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionRunsPods", estate(), "shop", "verbs=create groups= resources=pods names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "shop").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
    }
}
