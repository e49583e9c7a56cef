package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceMountsSecretTest {
    @Test
    void leadsToTheSecretsOfTheNamespaceForCertain() {
        List<AttackStep> steps = Shop.estate().steps("NamespaceMountsSecret");

        assertThat(steps)
                .filteredOn(step -> step.from().equals(Estate.NAMESPACE))
                .extracting(AttackStep::to)
                .containsExactly(Estate.inShop(AssetKind.SECRET_OBJECT, "db"));
        assertThat(steps).extracting(AttackStep::probability).containsOnly(1.0);
    }
}
