package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeTakesCloudIdentityTest {
    @ParameterizedTest
    @CsvSource({
        "aws:///eu-west-1a/i-0abc, arn:aws:ec2:eu-west-1:1:instance/i-0abc",
        "azure:///subscriptions/S/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v,"
                + " /subscriptions/s/resourcegroups/g/providers/microsoft.compute/virtualmachines/v",
        "azure:///subscriptions/S/resourceGroups/g/providers/Microsoft.Compute/virtualMachineScaleSets/s/virtualMachines/0,"
                + " /subscriptions/s/resourcegroups/g/providers/microsoft.compute/virtualmachinescalesets/s",
        "gce://shop/europe-west1-b/node-1, //compute.googleapis.com/projects/shop/zones/europe-west1-b/instances/node-1"
    })
    void leadsToTheIdentityOfTheMachine(String providerId, String machine) {
        AttackStep step = NodeMachine.estate(providerId, machine, false, false)
                .steps("NodeTakesCloudIdentity")
                .get(0);

        assertThat(step.from()).isEqualTo(Estate.node("n1"));
        assertThat(step.to()).isEqualTo(NodeMachine.IDENTITY);
        assertThat(step.techniques()).containsExactly("T1552.005");
    }

    @Test
    void leadsNowhereWhenTheMachineIsNotKnown() {
        assertThat(NodeMachine.estate(
                                "aws:///eu-west-1a/i-0abc", "arn:aws:ec2:eu-west-1:1:instance/i-0def", false, false)
                        .steps("NodeTakesCloudIdentity"))
                .isEmpty();
    }
}
