package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountRunsPodAsTest {
    private static List<AttackStep> steps(String rule) {
        return new Estate()
                .relation(Estate.CLUSTER, RelationType.CONTAINS, Estate.NAMESPACE)
                .account("ci")
                .account("vault")
                .role("ci", "shop", rule)
                .steps("ServiceAccountRunsPodAs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs=create groups= resources=pods names=",
                "verbs=create groups=apps resources=deployments names=",
                "verbs=create groups=apps resources=daemonsets names=",
                "verbs=create groups=apps resources=statefulsets names=",
                "verbs=create groups=apps resources=replicasets names=",
                "verbs=create groups=batch resources=jobs names=",
                "verbs=create groups=batch resources=cronjobs names=",
                "verbs=* groups=* resources=* names="
            })
    void leadsToEveryServiceAccountBesideIt(String rule) {
        assertThat(steps(rule))
                .extracting(AttackStep::to)
                .containsExactly(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "vault"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs=get groups= resources=pods names=",
                "verbs=create groups= resources=deployments names=",
                "verbs=create groups= resources=pods/exec names="
            })
    void leadsNowhereWhenTheRoleCreatesNoPods(String rule) {
        assertThat(steps(rule)).isEmpty();
    }
}
