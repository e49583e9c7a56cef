package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionRewritesAdmissionTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=create groups=admissionregistration.k8s.io resources=mutatingwebhookconfigurations names= | cluster:prod
        * | verbs=patch groups=admissionregistration.k8s.io resources=* names= | cluster:prod
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionRewritesAdmission", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=create groups=admissionregistration.k8s.io resources=mutatingwebhookconfigurations names=
        * | verbs=get groups=admissionregistration.k8s.io resources=mutatingwebhookconfigurations names=
        * | verbs=create groups=admissionregistration.k8s.io resources=validatingwebhookconfigurations names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionRewritesAdmission", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionRewritesAdmission",
                        estate(),
                        "*",
                        "verbs=create groups=admissionregistration.k8s.io resources=mutatingwebhookconfigurations"
                                + " names=")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "*").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.MODERATE.probability());
    }
}
