package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionReadsSecretTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=get groups= resources=secrets names= | secretobject:prod/shop/db
        shop | verbs=list groups= resources=secrets names= | secretobject:prod/shop/db
        shop | verbs=watch groups=* resources=* names= | secretobject:prod/shop/db
        * | verbs=get groups= resources=secrets names= | secretobject:prod/other/far secretobject:prod/shop/db
        * | verbs=get groups= resources=secrets names=db,none | secretobject:prod/shop/db
        shop | verbs=* groups=* resources=* names= | secretobject:prod/shop/db
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionReadsSecret", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create,delete,patch groups= resources=secrets names=
        shop | verbs=get groups= resources=configmaps names=
        shop | verbs=get groups=apps resources=secrets names=
        shop | verbs=get groups= resources=secrets names=none
        * | verbs=* groups=* resources=* names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionReadsSecret", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionReadsSecret", estate(), "shop", "verbs=get groups= resources=secrets names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "shop").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
    }
}
