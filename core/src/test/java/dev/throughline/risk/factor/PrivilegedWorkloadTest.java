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
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegedWorkloadTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey VOLUME = Estate.inShop(AssetKind.VOLUME, "Deployment/api/root");
    private static final Map<String, ?> APART = Map.of("hostNetwork", false, "hostPid", false, "hostIpc", false);

    private static Verdict verdict(Map<String, ?> workload, Map<String, ?> container) {
        return estate(workload, container).verdict(API, Factor.PRIVILEGED_WORKLOAD);
    }

    private static Estate estate(Map<String, ?> workload, Map<String, ?> container) {
        return new Estate().deployment("api", workload).asset(Estate.container("api"), container);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostNetwork", "hostPid", "hostIpc"})
    void holdsForAWorkloadThatSharesWithItsNode(String what) {
        assertThat(verdict(Map.of(what, true), Map.of()).isYes()).isTrue();
    }

    @Test
    void holdsForAPrivilegedContainer() {
        Verdict verdict = verdict(APART, Map.of("privileged", true));

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().assets()).containsExactly(API, Estate.container("api"));
    }

    @Test
    void holdsForACapabilityBeyondTheUsualOnes() {
        Verdict verdict = verdict(
                APART,
                Map.of("privileged", false, "capabilities", List.of("NET_BIND_SERVICE", "NET_ADMIN", "SYS_ADMIN")));

        assertThat(verdict.evidence().fields())
                .containsEntry(
                        "reasons",
                        "its container has the capability NET_ADMIN; its container has the capability SYS_ADMIN");
    }

    @Test
    void holdsForAPathOfTheNode() {
        Estate estate = estate(APART, Map.of("privileged", false))
                .asset(VOLUME, Map.of("type", "hostPath", "path", "/var/log"))
                .relation(Estate.container("api"), RelationType.MOUNTS, VOLUME);

        assertThat(estate.verdict(API, Factor.PRIVILEGED_WORKLOAD).isYes()).isTrue();
    }

    @Test
    void doesNotHoldForWhatNeedsNoMoreThanUsual() {
        assertThat(verdict(APART, Map.of("privileged", false, "capabilities", List.of("CHOWN")))
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void isNotKnownWhereSettingsWereNotRead() {
        assertThat(verdict(Map.of(), Map.of("privileged", false)).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(APART, Map.of()).answer()).isEqualTo(Answer.UNKNOWN);
    }
}
