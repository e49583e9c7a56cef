package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;

class SubjectHoldsPermissionsTest {
    private static final AssetKey HOLDER = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "holder");

    @Test
    void leadsFromWhomIsBoundToABindingThatLeadsOn() {
        AttackStep step = Shop.steps(
                        "SubjectHoldsPermissions", Shop.estate(), "shop", "verbs=get groups= resources=secrets names=")
                .get(0);

        assertThat(step.from()).isEqualTo(HOLDER);
        assertThat(step.to()).isEqualTo(Estate.binding("shop"));
        assertThat(step.probability()).isEqualTo(1);
        assertThat(step.breaks()).containsExactly("take holder out of prod/shop/given");
    }

    @Test
    void leadsFromUsersAndGroups() {
        AssetKey group = AssetKey.parse("subject:prod/Group/ops");

        assertThat(Shop.estate()
                        .bound(group, "*", "verbs=* groups=* resources=* names=")
                        .steps("SubjectHoldsPermissions"))
                .extracting(AttackStep::from)
                .containsExactly(group);
    }

    @Test
    void leadsNowhereWhenTheBindingLeadsNowhere() {
        assertThat(Shop.steps(
                        "SubjectHoldsPermissions",
                        Shop.estate(),
                        "shop",
                        "verbs=get,list groups= resources=pods,configmaps names="))
                .isEmpty();
    }
}
