package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionLiftsPodSecurityTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        other | verbs=create groups= resources=pods names= & verbs=patch groups= resources=namespaces names= | subject:prod/Group/system:nodes
        * | verbs=create groups=apps resources=deployments names= & verbs=update groups= resources=namespaces names=other | subject:prod/Group/system:nodes
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionLiftsPodSecurity", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        other | verbs=create groups= resources=pods names=
        other | verbs=patch groups= resources=namespaces names=
        shop | verbs=create groups= resources=pods names= & verbs=patch groups= resources=namespaces names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionLiftsPodSecurity", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionLiftsPodSecurity",
                        estate(),
                        "other",
                        "verbs=create groups= resources=pods names= & verbs=patch groups= resources=namespaces names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "other").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
    }
}
