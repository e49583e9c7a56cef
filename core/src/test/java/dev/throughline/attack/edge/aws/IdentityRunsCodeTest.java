package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityRunsCodeTest {
    @Test
    void leadsToTheMachinesThatAStatementNames() {
        assertThat(new Account()
                        .withUser("ann", "allow action=ssm:SendCommand resource=arn:aws:ec2:*:*:instance/i-1")
                        .with(AssetKind.VIRTUAL_MACHINE, Account.resource("ec2", "instance/i-1"), Map.of())
                        .with(AssetKind.VIRTUAL_MACHINE, Account.resource("ec2", "instance/i-2"), Map.of())
                        .found("IdentityRunsCode"))
                .containsExactly("policy/ann-policy -> instance/i-1");
    }

    @Test
    void leadsToTheServiceWhoseTasksAStatementNames() {
        assertThat(new Account()
                        .withUser(
                                "ann",
                                "allow action=ecs:ExecuteCommand"
                                        + " resource=arn:aws:ecs:eu-west-1:111122223333:task/shop/*")
                        .with(AssetKind.CONTAINER_SERVICE, Account.resource("ecs", "service/shop/web"), Map.of())
                        .with(AssetKind.CONTAINER_SERVICE, Account.resource("ecs", "service/back/web"), Map.of())
                        .found("IdentityRunsCode"))
                .containsExactly("policy/ann-policy -> service/shop/web");
    }

    @Test
    void needsAllPermissionsOnOneMachine() {
        assertThat(new Account()
                        .withUser(
                                "ann",
                                "allow action=ec2:ModifyInstanceAttribute,ec2:StopInstances resource=*",
                                "allow action=ec2:StartInstances resource=arn:aws:ec2:*:*:instance/i-2")
                        .with(AssetKind.VIRTUAL_MACHINE, Account.resource("ec2", "instance/i-1"), Map.of())
                        .with(AssetKind.VIRTUAL_MACHINE, Account.resource("ec2", "instance/i-2"), Map.of())
                        .found("IdentityRunsCode"))
                .containsExactly("policy/ann-policy -> instance/i-2");
    }
}
