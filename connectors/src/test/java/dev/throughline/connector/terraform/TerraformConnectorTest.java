package dev.throughline.connector.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Connector;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.TrustPolicy;
import dev.throughline.model.WebApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerraformConnectorTest extends ConnectorContract {
    private static final Path SOURCE = Path.of("src/test/resources/terraform");
    private static final String ARN = "cloud:arn:aws:";
    private static final String SHOP = "cloud:/subscriptions/s/resourcegroups/shop/providers/";

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return TerraformConnector.files(SOURCE)
                .repository("https://github.com/acme/infra")
                .folder("prod")
                .cluster("prod-eu");
    }

    private Collected source() {
        return read(connector());
    }

    private static Collected read(Connector connector) {
        Collected sink = new Collected();
        connector.list().partitions().forEach(partition -> partition.read(sink));
        return sink;
    }

    private TerraformConnector write(byte[] content) {
        try {
            Files.write(folder.resolve("state.json"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TerraformConnector.files(folder).repository("github.com/acme/infra");
    }

    private TerraformConnector write(String content) {
        return write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static AssetKey cloud(String id) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, id);
    }

    @Test
    void saysByAddressFromWhichRepositoryEveryResourceWasMade() {
        assertThat(source().relations(RelationType.PROVISIONED_BY))
                .contains(
                        ARN
                                + "ecs:eu-west-1:111122223333:service/prod/api PROVISIONED_BY"
                                + " repository:github.com/acme/infra {address=module.shop.aws_ecs_service.api[\"eu\"],"
                                + " path=prod}",
                        ARN
                                + "lambda:eu-west-1:111122223333:function:mail PROVISIONED_BY"
                                + " repository:github.com/acme/infra {address=aws_lambda_function.mail[0], path=prod}",
                        SHOP + "microsoft.storage/storageaccounts/cards PROVISIONED_BY repository:github.com/acme/infra"
                                + " {address=azurerm_storage_account.cards, path=prod}",
                        "cloud://run.googleapis.com/projects/shop/locations/europe-west1/services/web PROVISIONED_BY"
                                + " repository:github.com/acme/infra"
                                + " {address=module.google.google_cloud_run_v2_service.web, path=prod}",
                        "cloud://compute.googleapis.com/projects/shop/zones/europe-west1-b/instances/vm PROVISIONED_BY"
                                + " repository:github.com/acme/infra"
                                + " {address=module.google.google_compute_instance.vm, path=prod}",
                        "workload:prod-eu/shop/Deployment/api PROVISIONED_BY repository:github.com/acme/infra"
                                + " {address=module.kubernetes.kubernetes_deployment_v1.api, path=prod}")
                .noneMatch(relation -> relation.contains("somebody-else") || relation.contains("random_password"));
    }

    @Test
    void theFileIsTheOneItsTagsNameIfTheyMeanThisRepository() {
        String task = ARN + "ecs:eu-west-1:111122223333:task-definition/api:7 PROVISIONED_BY ";
        String terms = "{address=module.shop.aws_ecs_task_definition.api, %stag=6d2f1c8e-6f0a-4a4e-9a6e-1f5a0c7b2d11}";

        assertThat(source().relations(RelationType.PROVISIONED_BY))
                .contains(task + "file:github.com/acme/infra/prod/api.tf " + terms.formatted("path=prod, "));
        assertThat(read(TerraformConnector.files(SOURCE).cluster("c").repository("github.com/acme/modules"))
                        .relations(RelationType.PROVISIONED_BY))
                .contains(task + "repository:github.com/acme/modules " + terms.formatted(""));
        assertThat(read(TerraformConnector.files(SOURCE).cluster("c")).relations(RelationType.PROVISIONED_BY))
                .as("without a repository only tags can tell")
                .isEmpty();
    }

    @Test
    void readsTheImagesThatWereAskedFor() {
        assertThat(source().relations(RelationType.CREATED_FROM))
                .containsExactlyInAnyOrder(
                        ARN + "ecs:eu-west-1:111122223333:task-definition/api:7 CREATED_FROM"
                                + " imagetag:registry.example/shop/api:1.4.2 {reference=registry.example/shop/api:1.4.2}",
                        ARN + "lambda:eu-west-1:111122223333:function:mail CREATED_FROM image:sha256:" + "a".repeat(64)
                                + " {reference=111122223333.dkr.ecr.eu-west-1.amazonaws.com/mail@sha256:"
                                + "a".repeat(64)
                                + "}",
                        SHOP + "microsoft.containerinstance/containergroups/api CREATED_FROM"
                                + " imagetag:registry.example/shop/api:2 {reference=registry.example/shop/api:2}",
                        SHOP + "microsoft.app/containerapps/web CREATED_FROM imagetag:registry.example/shop/web:3"
                                + " {reference=registry.example/shop/web:3}",
                        SHOP + "microsoft.web/sites/site CREATED_FROM imagetag:registry.example/shop/site:4"
                                + " {reference=registry.example/shop/site:4}",
                        "cloud://run.googleapis.com/projects/shop/locations/europe-west1/services/api CREATED_FROM"
                                + " imagetag:europe-docker.pkg.dev/shop/images/api:5"
                                + " {reference=europe-docker.pkg.dev/shop/images/api:5}",
                        "cloud://run.googleapis.com/projects/shop/locations/europe-west1/services/web CREATED_FROM"
                                + " imagetag:europe-docker.pkg.dev/shop/images/web:6"
                                + " {reference=europe-docker.pkg.dev/shop/images/web:6}",
                        "workload:prod-eu/shop/Deployment/api CREATED_FROM imagetag:registry.example/shop/api:7"
                                + " {reference=registry.example/shop/api:7}",
                        "workload:prod-eu/shop/Deployment/api CREATED_FROM imagetag:registry.example/shop/migrate:7"
                                + " {reference=registry.example/shop/migrate:7}");
    }

    @Test
    void readsWhichTokensIdentitiesTrust() {
        Collected facts = source();

        assertThat(facts.get(TrustPolicy.class, cloud("arn:aws:iam::111122223333:role/deploy#trust/0"))
                        .subject())
                .isEqualTo("repo:acme/shop:ref:refs/heads/main");
        assertThat(facts.all(TrustPolicy.class))
                .extracting(TrustPolicy::subject)
                .containsExactlyInAnyOrder(
                        "repo:acme/shop:ref:refs/heads/main",
                        "repo:acme/shop:environment:prod",
                        "repo:acme/shop:pull_request");
        assertThat(facts.relations(RelationType.TRUSTS))
                .contains("cloud:serviceAccount:deploy@shop.iam.gserviceaccount.com TRUSTS"
                        + " cloud://iam.googleapis.com/projects/42/locations/global/workloadIdentityPools/ci"
                        + " {subject=principalSet://iam.googleapis.com/projects/42/locations/global/workloadIdentityPools/"
                        + "ci/attribute.repository/acme/shop}");
    }

    @Test
    void describesResourcesAsTheirCloudDoes() {
        Collected facts = source();

        DataStore orders = facts.get(DataStore.class, cloud("arn:aws:rds:eu-west-1:111122223333:db:orders"));
        assertThat(orders.encrypted()).isTrue();
        assertThat(orders.publicNetwork()).isFalse();
        assertThat(facts.get(ContainerService.class, cloud(SHOP.substring(6) + "microsoft.app/containerapps/web"))
                        .publicNetwork())
                .isTrue();
        assertThat(facts.get(WebApp.class, cloud(SHOP.substring(6) + "microsoft.web/sites/site"))
                        .publicNetwork())
                .isTrue();
        assertThat(facts.get(DataStore.class, cloud(SHOP.substring(6) + "microsoft.storage/storageaccounts/cards"))
                        .tags())
                .isNull();
        assertThat(facts.relations(RelationType.RUNS_AS))
                .contains(
                        ARN + "ecs:eu-west-1:111122223333:task-definition/api:7 RUNS_AS"
                                + " cloud:arn:aws:iam::111122223333:role/api",
                        SHOP + "microsoft.containerinstance/containergroups/api RUNS_AS cloud:entra/p-1");
        assertThat(facts.relations(RelationType.HAS_ROLE))
                .contains(
                        ARN + "iam::111122223333:role/deploy HAS_ROLE cloud:arn:aws:iam::aws:policy/ReadOnlyAccess",
                        ARN
                                + "iam::111122223333:role/deploy HAS_ROLE"
                                + " cloud:arn:aws:iam::111122223333:role/deploy#push");
    }

    @Test
    void givesResourcesTheKeysOfTheirCloud() {
        Collected facts = source();

        assertThat(facts.relations(RelationType.CAN_AUTHENTICATE_AS))
                .contains(
                        SHOP
                                + "microsoft.managedidentity/userassignedidentities/ci CAN_AUTHENTICATE_AS"
                                + " cloud:entra/p-2",
                        "cloud:entra/a-1 CAN_AUTHENTICATE_AS cloud:entra/appid/c-1",
                        "cloud://iam.googleapis.com/projects/shop/serviceAccounts/117 CAN_AUTHENTICATE_AS"
                                + " cloud:serviceAccount:run@shop.iam.gserviceaccount.com");
        assertThat(facts.relations(RelationType.HAS_ROLE))
                .contains("cloud:entra/p-2 HAS_ROLE cloud:/subscriptions/s/providers/microsoft.authorization/"
                        + "roledefinitions/b24 {scope=cloudaccount:azure/s}");
        assertThat(facts.relations(RelationType.TRUSTS))
                .contains(ARN + "iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/E1 TRUSTS"
                        + " cluster:prod-eu {issuer=https://oidc.eks.eu-west-1.amazonaws.com/id/E1}");
        assertThat(facts.relations(RelationType.PROVISIONED_BY))
                .contains(
                        "cluster:prod-eu PROVISIONED_BY repository:github.com/acme/infra"
                                + " {address=aws_eks_cluster.prod, path=prod}",
                        ARN + "execute-api:eu-west-1:111122223333:a1 PROVISIONED_BY repository:github.com/acme/infra"
                                + " {address=aws_apigatewayv2_api.shop, path=prod}")
                .noneMatch(relation -> relation.contains("association"));
        ServerlessFunction mail = facts.get(
                ServerlessFunction.class,
                cloud("//cloudfunctions.googleapis.com/projects/shop/locations/europe-west1/functions/mail"));
        assertThat(mail.runtime()).isEqualTo("java21");
        assertThat(mail.publicNetwork()).isFalse();
    }

    @Test
    void whatIsOnlyPlannedIsNoAssetAndWhatThePlanFoundIs() {
        String role = "{\"address\": \"aws_iam_role.%1$s\", \"mode\": \"managed\", \"type\": \"aws_iam_role\","
                + " \"values\": {\"name\": \"%1$s\"%2$s}}";
        Collected facts = read(write("""
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [%s]}},
             "resource_changes": [
               {"address": "aws_iam_role.old", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["update"]}},
               {"address": "aws_iam_role.new", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["create"]}}],
             "prior_state": {"format_version": "1.0", "values": {"root_module": {"resources": [%s]}}}}
            """.formatted(
                        role.formatted("new", ""),
                        role.formatted("old", ", \"arn\": \"arn:aws:iam::111122223333:role/old\""))));

        assertThat(facts.relations(RelationType.PROVISIONED_BY))
                .containsExactly(ARN
                        + "iam::111122223333:role/old PROVISIONED_BY repository:github.com/acme/infra"
                        + " {address=aws_iam_role.old}");
        assertThat(facts.rejections())
                .hasToString(
                        "[state.json /resource_changes/1: planned, but not made: it is not known under which name it"
                                + " will run]");
    }

    @Test
    void aResourceThatCannotBeReadIsRejectedAndTheOthersStay() {
        Collected facts = read(write("""
            {"format_version": "1.0", "values": {"root_module": {"resources": [
               {"address": "a.b", "mode": "managed", "type": "aws_vpc", "values": {"arn": 7}},
               {"address": "c.d", "mode": "managed", "type": "aws_ecs_task_definition", "values": {
                 "arn": "arn:aws:ecs:eu-west-1:1:task-definition/a:1", "container_definitions": "[{"}},
               {"address": "e.f", "mode": "managed", "type": "kubernetes_job", "values": {"metadata": [{"name": "a"}]}},
               {"address": "aws_vpc.g", "mode": "managed", "type": "aws_vpc", "values": {"arn": "arn:aws:ec2:eu-west-1:1:vpc/g"}}
            ]}}}\
            """));

        assertThat(facts.relations(RelationType.PROVISIONED_BY)).hasSize(1);
        assertThat(facts.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "state.json /values/root_module/resources/0/values/arn: expected a string, found number",
                        "state.json /values/root_module/resources/1/values/container_definitions: not JSON",
                        "state.json /values/root_module/resources/2: the cluster is not known; name it with"
                                + " TerraformConnector.cluster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\": 3, \"serial\": 1, \"modules\": []} | /version: a state of version 4 is read",
                "{\"serial\": 1, \"encrypted_data\": \"x\", \"meta\": {}} | /encrypted_data: encrypted by OpenTofu",
                "{\"format_version\": \"2.0\"} | /format_version: a form that is not known",
                "{\"resources\": []} | neither a state nor what terraform show -json prints"
            })
    void anythingElseIsRefused(String content, String cause) {
        assertThatThrownBy(() -> read(write(content)))
                .hasMessageStartingWith("state.json")
                .hasMessageContaining(cause);
    }

    @Test
    void aStateInUtf16IsReadByItsByteOrderMark() {
        String state = "{\"format_version\": \"1.0\", \"values\": {\"root_module\": {\"resources\": [{\"address\":"
                + " \"aws_vpc.g\", \"mode\": \"managed\", \"type\": \"aws_vpc\", \"values\": {\"arn\":"
                + " \"arn:aws:ec2:eu-west-1:1:vpc/g\"}}]}}}";

        assertThat(read(write(("\uFEFF" + state).getBytes(StandardCharsets.UTF_16LE)))
                        .relations(RelationType.PROVISIONED_BY))
                .hasSize(1);
    }
}
