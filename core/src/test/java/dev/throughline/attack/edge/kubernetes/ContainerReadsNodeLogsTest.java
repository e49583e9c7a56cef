package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerReadsNodeLogsTest {
    private static Estate mounting(String path, boolean readOnly, String rule) {
        return Agent.mounting(path, readOnly, Map.of()).runsAs("agent", "agent").role("agent", "shop", rule);
    }

    @ParameterizedTest
    @CsvSource({"/var/log, pods/log", "/var/, pods/log", "/, nodes/log"})
    void leadsToTheNodeWhereItWritesTheLogsAndMayReadThem(String path, String resource) {
        assertThat(Agent.probability(
                        mounting(path, false, "verbs=get groups= resources=" + resource + " names="),
                        "ContainerReadsNodeLogs"))
                .isEqualTo(Likelihood.MODERATE.probability());
    }

    @ParameterizedTest
    @CsvSource({"/var/log, true, pods/log", "/var/log/app, false, pods/log", "/var/log, false, pods"})
    void doesNotLeadThereOtherwise(String path, boolean readOnly, String resource) {
        assertThat(Agent.probability(
                        mounting(path, readOnly, "verbs=get groups= resources=" + resource + " names="),
                        "ContainerReadsNodeLogs"))
                .isZero();
    }

    @Test
    void seesWhatIsGivenToAGroupOfTheServiceAccount() {
        AssetKey group = AssetKey.parse("subject:prod/Group/system:serviceaccounts");
        Estate estate = Agent.mounting("/var/log", false, Map.of())
                .runsAs("agent", "agent")
                .asset(group, Map.of("type", "Group"))
                .relation(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "agent"), RelationType.MEMBER_OF, group)
                .bound(group, "*", "verbs=get groups= resources=pods/log names=");

        assertThat(Agent.probability(estate, "ContainerReadsNodeLogs")).isPositive();
    }
}
