package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class ComputeTakesRoleTest {
    private static final AssetKey INSTANCE = Account.resource("ec2", "instance/i-1");
    private static final AssetKey PROFILE =
            AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:iam::111122223333:instance-profile/app");

    private static AttackStep step(Map<String, ?> machine) {
        return new Account()
                        .with(AssetKind.VIRTUAL_MACHINE, INSTANCE, machine)
                        .related(INSTANCE, RelationType.RUNS_AS, PROFILE)
                        .withRole("app")
                        .related(PROFILE, RelationType.RUNS_AS, Account.role("app"))
                        .steps("ComputeTakesRole")
                        .stream()
                        .filter(step -> step.from().equals(INSTANCE))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void leadsFromAnInstanceThroughItsProfile() {
        AttackStep step = step(Map.of());

        assertThat(step.to()).isEqualTo(Account.role("app"));
        assertThat(step.evidence().assets()).containsExactly(INSTANCE, PROFILE, Account.role("app"));
        assertThat(step.probability()).isEqualTo(0.95);
        assertThat(step.hardens()).contains("require IMDSv2 on " + INSTANCE.value());
    }

    @Test
    void isHarderWhereTheMetadataServiceAsksForAToken() {
        assertThat(step(Map.of("metadataTokenRequired", true)).probability()).isEqualTo(0.8);
    }

    @Test
    void leadsFromAContainerServiceThroughItsTaskDefinition() {
        AssetKey service = Account.resource("ecs", "service/main/web");
        AssetKey definition = Account.resource("ecs", "task-definition/web:3");

        assertThat(new Account()
                        .with(AssetKind.CONTAINER_SERVICE, service, Map.of())
                        .with(AssetKind.CLOUD_RESOURCE, definition, Map.of())
                        .related(service, RelationType.CONTAINS, definition)
                        .withRole("app")
                        .related(definition, RelationType.RUNS_AS, Account.role("app"))
                        .found("ComputeTakesRole"))
                .contains("service/main/web -> role/app");
    }

    @Test
    void leadsFromAFunctionToItsRole() {
        AssetKey function = Account.resource("lambda", "function:f");

        assertThat(new Account()
                        .with(AssetKind.SERVERLESS_FUNCTION, function, Map.of())
                        .withRole("app")
                        .related(function, RelationType.RUNS_AS, Account.role("app"))
                        .found("ComputeTakesRole"))
                .containsExactly("function:f -> role/app");
    }
}
