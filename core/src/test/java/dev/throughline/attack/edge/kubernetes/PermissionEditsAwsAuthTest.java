package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionEditsAwsAuthTest {
    private static Estate estate() {
        return Shop.estate().asset(AssetKey.parse("configmap:prod/kube-system/aws-auth"), Map.of("name", "aws-auth"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=patch groups= resources=configmaps names= | cluster:prod
        kube-system | verbs=update groups= resources=configmaps names=aws-auth | cluster:prod
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionEditsAwsAuth", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=update groups= resources=configmaps names=
        * | verbs=get groups= resources=configmaps names=
        * | verbs=update groups= resources=configmaps names=other
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionEditsAwsAuth", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionEditsAwsAuth", estate(), "*", "verbs=patch groups= resources=configmaps names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "*").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
    }
}
