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

class LateralMovementTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");
    private static final AssetKey BINDING = Estate.inShop(AssetKind.ROLE_BINDING, "any");

    private static Verdict verdict(Estate estate) {
        return estate.verdict(API, Factor.LATERAL_MOVEMENT);
    }

    private static Estate mountingACredential() {
        return new Estate()
                .deployment("api")
                .relation(API, RelationType.MOUNTS, SECRET)
                .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE);
    }

    @Test
    void holdsForAWorkloadThatMountsACredentialOfSomethingElse() {
        Verdict verdict = verdict(mountingACredential());

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().assets()).containsExactly(API, SECRET);
        assertThat(verdict.evidence().fields())
                .containsEntry("edge", "WorkloadReadsMountedSecret")
                .containsEntry("onAttackPath", "false");
    }

    @Test
    void saysWhenAnAttackPathLeadsThrough() {
        Estate estate = mountingACredential()
                .classified('a', "sensitive", STORE.text(), Map.of())
                .asset(AssetKind.DATA_STORE, STORE, Map.of())
                .exposed("api")
                .runs("api", Estate.image('a'))
                .vulnerable(
                        Estate.image('a'),
                        'a',
                        "CVE-2024-0001",
                        Map.of("cvssVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"));

        assertThat(verdict(estate).evidence().fields()).containsEntry("onAttackPath", "true");
    }

    @Test
    void holdsForAWorkloadThatCanLeaveItsSandbox() {
        Estate estate = new Estate()
                .deployment("api")
                .asset(Estate.container("api"), Map.of("privileged", true))
                .scheduled("api", "n1");

        assertThat(verdict(estate).evidence().fields()).containsEntry("edge", "ContainerMountsNodeDisk");
    }

    @Test
    void cannotBeToldOfAWorkloadThatMayLeaveItsSandboxForNodesThatWereNotRead() {
        Estate estate = new Estate()
                .deployment("api")
                .asset(Estate.container("api"), Map.of("privileged", true))
                .relation(BINDING, RelationType.BINDS, Estate.inShop(AssetKind.ROLE, "any"))
                .asset(BINDING, Map.of());

        assertThat(verdict(estate).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(estate).evidence().statement()).contains("nodes");
    }

    @Test
    void holdsForAWorkloadWhoseIdentityReachesOn() {
        Estate estate = new Estate()
                .deployment("api")
                .runsAs("api", "api")
                .secret("db")
                .role("api", "shop", "verbs=get groups= resources=secrets names=");

        assertThat(verdict(estate).isYes()).isTrue();
    }

    @Test
    void doesNotHoldWhenItsSecretsAndIdentityOpenNothing() {
        Estate estate = new Estate()
                .deployment("api")
                .runsAs("api", "api")
                .relation(API, RelationType.MOUNTS, SECRET)
                .asset(BINDING, Map.of("name", "any"));

        assertThat(verdict(estate).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void cannotBeToldWhenRoleBindingsWereNotRead() {
        assertThat(verdict(new Estate().deployment("api")).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void isNotSureOfANoWhenNotEverythingWasRead() {
        Estate estate = new Estate().deployment("api").asset(BINDING, Map.of()).readInPart("roles are missing");

        assertThat(verdict(estate).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void doesNotTakeTheDeliveryOfCodeForMovement() {
        AssetKey image = Estate.image('a');
        Estate estate = new Estate()
                .asset(image, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .deployment("api")
                .runs("api", image);

        assertThat(estate.verdict(image, Factor.LATERAL_MOVEMENT).isYes()).isFalse();
    }
}
