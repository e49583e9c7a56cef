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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeTakesCloudIdentityTest {
    private static final AssetKey IDENTITY = AssetKey.parse("cloud:identity-of-nodes");

    private static List<AttackStep> steps(String providerId, String machine, boolean hostNetwork, boolean session) {
        AssetKey key = AssetKey.of(AssetKind.VIRTUAL_MACHINE, machine);
        return new Estate()
                .deployment("api", Map.of("hostNetwork", hostNetwork))
                .scheduled("api", "n1")
                .node("n1", Map.of("providerId", providerId))
                .asset(AssetKind.VIRTUAL_MACHINE, key, Map.of("metadataTokenRequired", session))
                .relation(key, RelationType.RUNS_AS, IDENTITY)
                .steps("NodeTakesCloudIdentity");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:///eu-west-1a/i-0abc, arn:aws:ec2:eu-west-1:1:instance/i-0abc",
        "azure:///subscriptions/S/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v,"
                + " /subscriptions/s/resourcegroups/g/providers/microsoft.compute/virtualmachines/v",
        "gce://shop/europe-west1-b/node-1, //compute.googleapis.com/projects/shop/zones/europe-west1-b/instances/node-1"
    })
    void leadsToTheIdentityOfTheMachine(String providerId, String machine) {
        AttackStep step = steps(providerId, machine, false, false).get(0);

        assertThat(step.from()).isEqualTo(Estate.node("n1"));
        assertThat(step.to()).isEqualTo(IDENTITY);
        assertThat(step.techniques()).containsExactly("T1552.005");
    }

    @Test
    void leadsNowhereWhenTheMachineIsNotKnown() {
        assertThat(steps("aws:///eu-west-1a/i-0abc", "arn:aws:ec2:eu-west-1:1:instance/i-0def", false, false))
                .isEmpty();
    }
}
