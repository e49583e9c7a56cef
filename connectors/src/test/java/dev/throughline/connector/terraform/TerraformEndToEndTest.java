package dev.throughline.connector.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.mapping.trust.FederatedTrusts;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state and what AWS says of the same service: from what runs to the repository it was made from. */
final class TerraformEndToEndTest {
    private static final String SERVICES = "arn:aws:ecs:eu-west-1:111122223333:service/prod/";
    private static final AssetKey INFRA = AssetKey.repository("github.com/acme/infra");
    private static final AssetKey API = AssetKey.of(AssetKind.CONTAINER_SERVICE, SERVICES + "api");
    private static final AssetKey TWIN = AssetKey.of(AssetKind.CONTAINER_SERVICE, SERVICES + "api-eu");

    @TempDir
    private Path folder;

    private Path aws;

    @BeforeEach
    void describeTwoServices() throws IOException {
        aws = Files.createDirectory(folder.resolve("aws"));
        Files.writeString(aws.resolve("services.json"), """
            {"services": [
              {"serviceArn": "%1$sapi", "serviceName": "api", "desiredCount": 2,
               "tags": [{"key": "team", "value": "shop"}],
               "taskDefinition": "arn:aws:ecs:eu-west-1:111122223333:task-definition/api:7"},
              {"serviceArn": "%1$sapi-eu", "serviceName": "api-eu",
               "taskDefinition": "arn:aws:ecs:eu-west-1:111122223333:task-definition/api-eu:1"}]}
            """.formatted(SERVICES));
    }

    private Assessment assess(TerraformConnector terraform) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(AwsConnector.files(aws), terraform);
            return throughline.assess();
        }
    }

    private static TerraformConnector state() {
        return TerraformConnector.files(Path.of("src/test/resources/terraform/shop.tfstate"));
    }

    @Test
    void theServiceThatRunsIsLinkedToTheRepositoryOfTheStateThatMadeIt() {
        Assessment assessment =
                assess(state().repository("github.com/acme/infra").folder("prod"));

        Candidate origin = assessment.mapping().deployedFrom(API).get(0);
        assertThat(origin.repository()).isEqualTo(INFRA);
        assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.IAC_TAG);
        assertThat(origin.strongest().evidence().assets()).containsExactly(API, INFRA);
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("address", "module.shop.aws_ecs_service.api[\"eu\"]")
                .containsEntry("path", "prod");
    }

    @Test
    void aServiceWhoseNameMerelyResemblesItIsNot() {
        Assessment assessment = assess(state().repository("github.com/acme/infra"));

        assertThat(assessment.mapping().deployedFrom(TWIN)).isEmpty();
    }

    @Test
    void withoutARepositoryNothingIsGuessed() {
        assertThat(assess(state()).mapping().deployedFrom(API)).isEmpty();
    }

    @Test
    void stateAndAnswerDescribeOneServiceAndOneTrust() {
        Assessment assessment = assess(state().repository("github.com/acme/infra"));

        assertThat(assessment.graph().assets(ContainerService.class).map(ContainerService::key))
                .containsExactlyInAnyOrder(API, TWIN);
        assertThat(FederatedTrusts.of(assessment.graph())
                        .of(AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/deploy")))
                .isNotEmpty();
    }
}
