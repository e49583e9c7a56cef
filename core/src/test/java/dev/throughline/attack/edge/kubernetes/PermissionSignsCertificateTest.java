package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionSignsCertificateTest {
    private static Estate estate() {
        return Shop.estate();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=create groups=certificates.k8s.io resources=certificatesigningrequests names= & verbs=update groups=certificates.k8s.io resources=certificatesigningrequests/approval names= & verbs=approve groups=certificates.k8s.io resources=signers names=kubernetes.io/kube-apiserver-client | serviceaccount:prod/other/far serviceaccount:prod/shop/api serviceaccount:prod/shop/holder
        * | verbs=* groups=certificates.k8s.io resources=* names= | serviceaccount:prod/other/far serviceaccount:prod/shop/api serviceaccount:prod/shop/holder
        """)
    void leadsToWhatTheRulesAllow(String scope, String rules, String reached) {
        assertThat(Shop.reached("PermissionSignsCertificate", estate(), scope, rules))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * | verbs=create groups=certificates.k8s.io resources=certificatesigningrequests names=
        * | verbs=create groups=certificates.k8s.io resources=certificatesigningrequests names= & verbs=update groups=certificates.k8s.io resources=certificatesigningrequests/approval names=
        * | verbs=create,update groups=certificates.k8s.io resources=certificatesigningrequests,certificatesigningrequests/approval names= & verbs=approve groups=certificates.k8s.io resources=signers names=example.com/own
        shop | verbs=* groups=certificates.k8s.io resources=* names=
        """)
    void leadsNowhereWhenTheRulesAllowLess(String scope, String rules) {
        assertThat(Shop.reached("PermissionSignsCertificate", estate(), scope, rules))
                .isEmpty();
    }

    @Test
    void isProvedByTheRulesAndBrokenByTakingThemOutOfTheRole() {
        AttackStep step = Shop.steps(
                        "PermissionSignsCertificate",
                        estate(),
                        "*",
                        "verbs=create groups=certificates.k8s.io resources=certificatesigningrequests names= &"
                                + " verbs=update groups=certificates.k8s.io resources=certificatesigningrequests/approval"
                                + " names= & verbs=approve groups=certificates.k8s.io resources=signers"
                                + " names=kubernetes.io/kube-apiserver-client")
                .get(0);

        assertThat(step.evidence().assets()).hasSize(2);
        assertThat(step.evidence().fields()).containsEntry("scope", "*").containsKey("rule");
        assertThat(step.breaks()).singleElement().asString().startsWith("take ").endsWith(" out of prod/shop/given");
        assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
    }
}
