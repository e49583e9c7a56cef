package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalIdentityTest {
    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.CRITICAL_RESOURCE);
    }

    @Test
    void holdsForAServiceAccountThatMayDoAnythingAnywhere() {
        Estate estate = new Estate().account("root").role("root", "*", "verbs=* groups=* resources=* names=");

        Verdict verdict = verdict(estate, Estate.inShop(AssetKind.SERVICE_ACCOUNT, "root"));

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().fields()).containsEntry("level", "very-high");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=* groups=* resources=* names=
        *    | verbs=* groups=* resources=* names=one
        *    | verbs=get,list groups=* resources=* names=
        *    | verbs=* groups=apps resources=* names=
        """)
    void doesNotHoldForAServiceAccountThatMayDoLess(String scope, String rule) {
        Estate estate = new Estate().account("less").role("less", scope, rule);

        assertThat(verdict(estate, Estate.inShop(AssetKind.SERVICE_ACCOUNT, "less"))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void holdsForAnIdentityOfTheControlPlane() {
        AssetKey account = AssetKey.inNamespace(AssetKind.SERVICE_ACCOUNT, "prod", "kube-system", "controller");
        AssetKey role = AssetKey.inNamespace(AssetKind.ROLE, "prod", "-", "watcher");
        Estate estate = new Estate()
                .asset(account, Map.of())
                .asset(role, Map.of("rules", List.of("verbs=watch groups= resources=pods names=")))
                .relation(account, RelationType.HAS_ROLE, role, Map.of("scope", "*"));

        assertThat(verdict(estate, account).evidence().fields()).containsEntry("level", "high");
    }

    @Test
    void holdsForTheOwnerOfACloudScope() {
        AssetKey identity = AssetKey.of(AssetKind.IDENTITY, "//iam.googleapis.com/robot");
        Estate estate = new Estate()
                .asset(AssetKind.IDENTITY, identity, Map.of())
                .relation(identity, RelationType.HAS_ROLE, AssetKey.of(AssetKind.CLOUD_ROLE, "roles/owner"));

        assertThat(verdict(estate, identity).isYes()).isTrue();
    }
}
