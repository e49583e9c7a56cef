package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTakesNodeCloudIdentityTest {
    private static List<AttackStep> steps(String providerId, String machine, boolean hostNetwork, boolean session) {
        return NodeMachine.estate(providerId, machine, hostNetwork, session).steps("WorkloadTakesNodeCloudIdentity");
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

        assertThat(step.from()).isEqualTo(Estate.workload("api"));
        assertThat(step.to()).isEqualTo(NodeMachine.IDENTITY);
        assertThat(step.techniques()).containsExactly("T1552.005");
    }

    @Test
    void leadsNowhereWhenTheMachineIsNotKnown() {
        assertThat(steps("aws:///eu-west-1a/i-0abc", "arn:aws:ec2:eu-west-1:1:instance/i-0def", false, false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true, TRIVIAL", "false, false, MODERATE", "false, true, HARD"})
    void isAsLikelyAsTheMetadataServiceIsInReach(boolean hostNetwork, boolean session, Likelihood likelihood) {
        assertThat(steps("aws:///eu-west-1a/i-0abc", "arn:aws:ec2:eu-west-1:1:instance/i-0abc", hostNetwork, session))
                .extracting(AttackStep::probability)
                .containsExactly(likelihood.probability());
    }
}
