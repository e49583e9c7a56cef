package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceRunsPrivilegedPodTest {
    private static List<AttackStep> steps(Map<String, ?> namespace) {
        return new Estate()
                .deployment("api")
                .asset(Estate.NAMESPACE, namespace)
                .node("n1", Map.of())
                .steps("NamespaceRunsPrivilegedPod");
    }

    @Test
    void leadsToAnyNodeWhereNoStandardForbidsIt() {
        AttackStep step = steps(Map.of("podSecurity", "privileged")).get(0);

        assertThat(step.from()).isEqualTo(Estate.NAMESPACE);
        assertThat(step.to()).isEqualTo(Shop.NODES);
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
        assertThat(step.breaks()).containsExactly("enforce the Pod Security Standard \"baseline\" on prod/shop");
    }

    @Test
    void isLessLikelyWhereNoStandardIsSetSinceSomethingElseMayForbidIt() {
        assertThat(steps(Map.of("name", "shop")))
                .extracting(AttackStep::probability)
                .containsExactly(Likelihood.EASY.probability());
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "restricted"})
    void leadsNowhereWhereAStandardForbidsIt(String standard) {
        assertThat(steps(Map.of("podSecurity", standard))).isEmpty();
    }
}
