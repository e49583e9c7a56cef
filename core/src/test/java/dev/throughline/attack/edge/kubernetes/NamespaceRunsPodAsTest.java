package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceRunsPodAsTest {
    @Test
    void leadsToTheServiceAccountsOfTheNamespaceForCertain() {
        List<AttackStep> steps = Shop.estate().steps("NamespaceRunsPodAs");

        assertThat(steps)
                .filteredOn(step -> step.from().equals(Estate.NAMESPACE))
                .extracting(AttackStep::to)
                .containsExactly(
                        Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api"),
                        Estate.inShop(AssetKind.SERVICE_ACCOUNT, "holder"));
        assertThat(steps).extracting(AttackStep::probability).containsOnly(1.0);
    }
}
