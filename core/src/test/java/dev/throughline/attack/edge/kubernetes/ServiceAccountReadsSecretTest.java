package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountReadsSecretTest {
    private static final AssetKey OTHER = AssetKey.inCluster(AssetKind.NAMESPACE, "prod", "other");
    private static final AssetKey FAR = AssetKey.inNamespace(AssetKind.SECRET_OBJECT, "prod", "other", "far");
    private static final AssetKey DB = Estate.inShop(AssetKind.SECRET_OBJECT, "db");
    private static final AssetKey TLS = Estate.inShop(AssetKind.SECRET_OBJECT, "tls");

    private static List<AttackStep> steps(String scope, String rule) {
        return new Estate()
                .account("api")
                .secret("db")
                .secret("tls")
                .relation(Estate.CLUSTER, RelationType.CONTAINS, OTHER)
                .asset(FAR, Map.of("name", "far"))
                .relation(OTHER, RelationType.CONTAINS, FAR)
                .role("api", scope, rule)
                .steps("ServiceAccountReadsSecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs=get groups= resources=secrets names=",
                "verbs=list groups= resources=secrets names=",
                "verbs=* groups=* resources=* names="
            })
    void leadsToEverySecretOfTheNamespace(String rule) {
        assertThat(steps("shop", rule)).extracting(AttackStep::to).containsExactly(DB, TLS);
    }

    @Test
    void leadsToEverySecretOfTheClusterWhenBoundThere() {
        assertThat(steps("*", "verbs=get groups= resources=secrets names="))
                .extracting(AttackStep::to)
                .containsExactly(FAR, DB, TLS);
    }

    @Test
    void leadsOnlyToSecretsThatTheRuleNames() {
        assertThat(steps("shop", "verbs=get groups= resources=secrets names=db"))
                .extracting(AttackStep::to)
                .containsExactly(DB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs=watch groups= resources=secrets names=",
                "verbs=create groups= resources=secrets names=",
                "verbs=get groups= resources=configmaps names=",
                "verbs=get groups=apps resources=secrets names=",
                "verbs=list groups= resources=secrets names=db"
            })
    void leadsNowhereWhenTheRuleReadsNoSecret(String rule) {
        assertThat(steps("shop", rule)).isEmpty();
    }

    @Test
    void isProvedByTheRule() {
        AttackStep step =
                steps("shop", "verbs=get groups= resources=secrets names=").get(0);

        assertThat(step.evidence().fields())
                .containsEntry("rule", "verbs=get groups= resources=secrets names=")
                .containsEntry("scope", "shop");
        assertThat(step.evidence().assets()).hasSize(3);
        assertThat(step.techniques()).containsExactly("T1552.007");
    }
}
