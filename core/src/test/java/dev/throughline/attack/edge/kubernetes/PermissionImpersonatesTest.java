package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionImpersonatesTest {
    private static Estate estate() {
        return Shop.estate()
                .asset(AssetKey.parse("subject:prod/User/alice"), Map.of("name", "alice"))
                .relation(Estate.CLUSTER, RelationType.CONTAINS, AssetKey.parse("subject:prod/User/alice"))
                .asset(AssetKey.parse("subject:prod/Group/ops/night"), Map.of("name", "ops/night"))
                .relation(Estate.CLUSTER, RelationType.CONTAINS, AssetKey.parse("subject:prod/Group/ops/night"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=impersonate groups= resources=users names= | subject:prod/User/alice
        * | verbs=impersonate groups= resources=users,groups names= | cluster:prod subject:prod/Group/ops/night subject:prod/User/alice
        * | verbs=impersonate groups= resources=users names= & verbs=impersonate groups= resources=groups names=ops/night | subject:prod/Group/ops/night subject:prod/User/alice
        shop | verbs=impersonate groups= resources=serviceaccounts names=api | serviceaccount:prod/shop/api
        * | verbs=impersonate groups= resources=users names=bob & verbs=impersonate groups=* resources=serviceaccounts names= | serviceaccount:prod/other/far serviceaccount:prod/shop/api serviceaccount:prod/shop/holder
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionImpersonates", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=impersonate groups=* resources=users,groups names=
        * | verbs=impersonate groups= resources=groups names=
        * | verbs=impersonate groups= resources=users names=bob
        * | verbs=get groups= resources=users,groups,serviceaccounts names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionImpersonates", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionImpersonates", estate(), "*", "verbs=impersonate groups= resources=users names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "*").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
    }
}
