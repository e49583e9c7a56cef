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

class SensitiveByIdentityTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey ACCOUNT = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "robot");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");
    private static final AssetKey STORE = Estate.store("payments");

    private static Estate estate() {
        return new Estate()
                .deployment("api")
                .runsAs("api", "robot")
                .secret("db")
                .asset(AssetKind.DATA_STORE, STORE, Map.of())
                .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE)
                .classified('a', "sensitive", STORE.text(), Map.of());
    }

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.SENSITIVE_DATA);
    }

    @Test
    void holdsForAWorkloadWhoseAccountMayReadTheCredentialsOfAStore() {
        Verdict verdict = verdict(estate().role("robot", "shop", "verbs=get groups= resources=secrets names="), API);

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().assets()).startsWith(API, ACCOUNT).endsWith(SECRET, STORE);
        assertThat(verdict.evidence().fields()).containsEntry("store", STORE.text());
    }

    @Test
    void isNotKnownOfAWorkloadWhoseAccountMayNotReadThem() {
        assertThat(verdict(estate(), API).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void doesNotHoldForAWorkloadThatMustTakeOverAnotherFirst() {
        AssetKey exec = Estate.inShop(AssetKind.ROLE, "exec");
        AssetKey binding = Estate.inShop(AssetKind.ROLE_BINDING, "exec");
        Estate estate = estate().role("robot", "shop", "verbs=get groups= resources=secrets names=")
                .deployment("other")
                .runsAs("other", "runner")
                .asset(exec, Map.of("rules", List.of("verbs=create groups= resources=pods/exec names=")))
                .relation(binding, RelationType.BINDS, exec)
                .relation(binding, RelationType.BINDS, Estate.inShop(AssetKind.SERVICE_ACCOUNT, "runner"));

        assertThat(verdict(estate, API).isYes()).isTrue();
        assertThat(verdict(estate, Estate.workload("other")).isYes()).isFalse();
    }
}
