package dev.throughline.attack.edge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialOpensTargetTest {
    private static final AssetKey STORE = Estate.store("payments");

    @ParameterizedTest
    @EnumSource(
            names = {
                "EXPOSED_SECRET",
                "SECRET_OBJECT",
                "CONFIG_OBJECT",
                "PIPELINE_SECRET",
                "VARIABLE_GROUP",
                "SECURE_FILE",
                "ACCESS_KEY"
            })
    void leadsFromEveryKindOfCredentialToWhatItOpens(AssetKind kind) {
        AssetKey credential = Estate.key(kind);
        AttackStep step = new Estate()
                .asset(kind, credential, Map.of())
                .relation(credential, RelationType.CAN_AUTHENTICATE_TO, STORE, Map.of("reason", "checked"))
                .steps("CredentialOpensTarget")
                .get(0);

        assertThat(step.from()).isEqualTo(credential);
        assertThat(step.to()).isEqualTo(STORE);
        assertThat(step.evidence().fields()).containsEntry("reason", "checked");
        assertThat(step.techniques()).containsExactly("T1078");
    }

    @Test
    void doesNotTakeEveryCloudResourceForACredential() {
        AssetKey machine = AssetKey.of(AssetKind.VIRTUAL_MACHINE, "arn:aws:ec2:vm");

        assertThat(new Estate()
                        .asset(AssetKind.VIRTUAL_MACHINE, machine, Map.of())
                        .relation(machine, RelationType.CAN_AUTHENTICATE_TO, STORE)
                        .steps("CredentialOpensTarget"))
                .isEmpty();
    }
}
