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

class ServiceAccountIsInGroupTest {
    private static final AssetKey GROUP = AssetKey.parse("subject:prod/Group/system:serviceaccounts");
    private static final AssetKey HOLDER = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "holder");

    private static List<AttackStep> steps(String rule) {
        return Shop.estate()
                .asset(GROUP, Map.of("type", "Group"))
                .relation(HOLDER, RelationType.MEMBER_OF, GROUP)
                .bound(GROUP, "*", rule)
                .steps("ServiceAccountIsInGroup");
    }

    @Test
    void leadsFromItsMembersToAGroupThatIsGivenSomething() {
        AttackStep step = steps("verbs=get groups= resources=secrets names=").get(0);

        assertThat(step.from()).isEqualTo(HOLDER);
        assertThat(step.to()).isEqualTo(GROUP);
        assertThat(step.probability()).isEqualTo(1);
    }

    @Test
    void leadsNowhereWhenTheGroupMayOnlyLook() {
        assertThat(steps("verbs=create groups=authorization.k8s.io resources=selfsubjectaccessreviews names="))
                .isEmpty();
    }
}
