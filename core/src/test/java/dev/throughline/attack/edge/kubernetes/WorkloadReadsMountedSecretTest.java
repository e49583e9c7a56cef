package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class WorkloadReadsMountedSecretTest {
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");

    @Test
    void leadsToEverySecretTheWorkloadMounts() {
        AttackStep step = new Estate()
                .deployment("api")
                .relation(Estate.workload("api"), RelationType.MOUNTS, SECRET)
                .steps("WorkloadReadsMountedSecret")
                .get(0);

        assertThat(step.from()).isEqualTo(Estate.workload("api"));
        assertThat(step.to()).isEqualTo(SECRET);
        assertThat(step.techniques()).containsExactly("T1552.001");
        assertThat(step.breaks()).containsExactly("replace the secret prod/shop/db by a workload identity");
    }

    @Test
    void doesNotLeadToConfiguration() {
        assertThat(new Estate()
                        .deployment("api")
                        .relation(
                                Estate.workload("api"),
                                RelationType.MOUNTS,
                                Estate.inShop(AssetKind.CONFIG_OBJECT, "settings"))
                        .steps("WorkloadReadsMountedSecret"))
                .isEmpty();
    }
}
