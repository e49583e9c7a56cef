package dev.throughline.connector.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CloudFormationConnectorTest extends ConnectorContract {
    private static final String STACK = "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/0b1c2d3e";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected CloudFormationConnector connector() {
        return connector(answer(resource("Orders", "AWS::DynamoDB::Table", "shop-orders", "CREATE_COMPLETE")));
    }

    private CloudFormationConnector connector(String answer) {
        Written.file(folder, "shop.json", answer);
        return CloudFormationConnector.files(folder)
                .repository("github.com/acme/infra")
                .template("infra/shop.yaml");
    }

    private Completeness read(String answer) {
        return connector(answer).list().partitions().get(0).read(sink);
    }

    private static String answer(String... resources) {
        return "{\"StackResources\": [" + String.join(",", resources) + "]}";
    }

    private static String resource(String logical, String type, String id, String status) {
        return """
            {"StackName": "shop", "StackId": "%s", "LogicalResourceId": "%s", "PhysicalResourceId": "%s",
             "ResourceType": "%s", "ResourceStatus": "%s", "Timestamp": "2026-11-01T00:00:00Z"}
            """.formatted(STACK, logical, id, type, status);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::S3::Bucket, shop-data, arn:aws:s3:::shop-data",
        "AWS::Lambda::Function, shop-api, arn:aws:lambda:eu-west-1:111122223333:function:shop-api",
        "AWS::SQS::Queue, https://sqs.eu-west-1.amazonaws.com/111122223333/jobs, arn:aws:sqs:eu-west-1:111122223333:jobs",
        "AWS::RDS::DBInstance, orders, arn:aws:rds:eu-west-1:111122223333:db:orders",
        "AWS::SNS::Topic, arn:aws:sns:eu-west-1:111122223333:news, arn:aws:sns:eu-west-1:111122223333:news",
    })
    void aPhysicalIdTellsTheArnOfAResource(String type, String id, String arn) {
        assertThat(read(answer(resource("Thing", type, id, "UPDATE_COMPLETE")))).isEqualTo(Completeness.complete());

        assertThat(sink.all(CloudResource.class))
                .containsExactly(new CloudResource(AssetKey.of(AssetKind.CLOUD_RESOURCE, arn), null, type, null));
        assertThat(sink.relations(RelationType.PROVISIONED_BY))
                .containsExactly(
                        "cloud:" + arn
                                + " PROVISIONED_BY repository:github.com/acme/infra {address=shop/Thing, path=infra/shop.yaml}");
    }

    @Test
    void aClusterIsKnownByItsName() {
        read(answer(resource("Cluster", "AWS::EKS::Cluster", "prod-eu", "CREATE_COMPLETE")));

        assertThat(sink.relations(RelationType.PROVISIONED_BY))
                .singleElement()
                .asString()
                .startsWith("cluster:prod-eu PROVISIONED_BY");
    }

    @Test
    void whatIsGoneOrDoesNotTellItsArnIsNoAsset() {
        read(answer(
                resource("Gone", "AWS::S3::Bucket", "old", "DELETE_COMPLETE"),
                resource("Kept", "AWS::S3::Bucket", "kept", "DELETE_SKIPPED"),
                resource("Never", "AWS::S3::Bucket", "", "CREATE_FAILED"),
                resource("Role", "AWS::IAM::Role", "shop-role", "CREATE_COMPLETE")));

        assertThat(sink.facts()).isEmpty();
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void aResourceThatCannotBeUsedIsRejectedAndTheOthersStay() {
        read(answer(
                resource("Data", "AWS::S3::Bucket", "data", "CREATE_COMPLETE").replace(STACK, "shop"),
                resource("Logs", "AWS::S3::Bucket", "logs", "CREATE_COMPLETE")));

        assertThat(sink.rejections())
                .singleElement()
                .asString()
                .contains("/StackResources/0/StackId", "not the ARN of a stack");
        assertThat(sink.all(CloudResource.class)).hasSize(1);
    }

    @Test
    void anAnswerOfAsManyResourcesAsThereCanBeIsPartial() {
        String answer = answer(IntStream.range(0, 100)
                .mapToObj(i -> resource("Data" + i, "AWS::S3::Bucket", "data" + i, "CREATE_COMPLETE"))
                .collect(Collectors.joining(",")));

        assertThat(read(answer)).isNotEqualTo(Completeness.complete());
        assertThat(sink.relations(RelationType.PROVISIONED_BY)).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Resources\": {}}              | a template, which does not tell what came of it; read describe-stack-resources",
                "{\"StackResourceSummaries\": []} | /StackResourceSummaries: list-stack-resources tells neither account nor region",
                "{\"Stacks\": []}                 | not an answer of describe-stack-resources",
                "[]                               | expected an object"
            })
    void whatTellsNothingOfAStackIsRefused(String document, String cause) {
        assertThatThrownBy(() -> read(document))
                .hasMessageContaining("shop.json")
                .hasMessageContaining(cause);
    }

    @Test
    void aRepositoryMustBeNamed() {
        connector();

        assertThatThrownBy(() -> CloudFormationConnector.files(folder)
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .hasMessageContaining("the repository is unknown; name it with CloudFormationConnector.repository");
    }

    @Test
    void aFunctionThatRunsIsLinkedToTheRepositoryOfItsTemplate() throws IOException {
        String arn = "arn:aws:lambda:eu-west-1:111122223333:function:shop-api";
        Path aws = Files.writeString(
                Files.createDirectory(folder.resolve("aws")).resolve("functions.txt"), """
                {"Functions": [{"FunctionName": "shop-api", "FunctionArn": "%s"}]}""".formatted(arn));
        CloudFormationConnector stacks =
                connector(answer(resource("Api", "AWS::Lambda::Function", "shop-api", "CREATE_COMPLETE")));

        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(AwsConnector.files(aws), stacks);
            Assessment assessment = throughline.assess();

            Candidate origin = assessment
                    .mapping()
                    .deployedFrom(AssetKey.of(AssetKind.CLOUD_RESOURCE, arn))
                    .get(0);
            assertThat(origin.repository()).isEqualTo(AssetKey.repository("github.com/acme/infra"));
            assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
            assertThat(origin.strongest().method()).isEqualTo(LinkMethod.IAC_TAG);
            assertThat(origin.strongest().evidence().fields())
                    .containsEntry("address", "shop/Api")
                    .containsEntry("path", "infra/shop.yaml");
        }
    }
}
