package dev.throughline.connector.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.model.AgentPool;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServiceConnection;
import dev.throughline.model.VariableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AzureDevOpsConnectorTest extends ConnectorContract {
    private static final AssetKey SHOP = AssetKey.repository("dev.azure.com/acme/store/shop");
    private static final AssetKey PIPELINE = new AssetKey("pipeline:dev.azure.com/acme/store/shop/azure-pipelines.yml");
    private static final AssetKey AZURE = new AssetKey("serviceconnection:dev.azure.com/acme/store/azure-prod");

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        writeStore();
        return acme();
    }

    private void writeStore() {
        write(
                "projects.json",
                "{\"count\": 1, \"value\": [{\"id\": \"p1\", \"name\": \"Store\", \"visibility\": \"private\"}]}");
        write("pools.json", "{\"value\": [{\"id\": 9, \"name\": \"Linux\", \"isHosted\": false}]}");
        write("groups.json", """
            {"value": [{"principalName": "[Store]\\\\Contributors", "displayName": "Contributors", "descriptor": "g1"},
                       {"principalName": "[acme]\\\\Project Collection Administrators", "descriptor": "g2"}]}
            """);
        write("users.json", """
            {"value": [{"principalName": "dev@acme.example", "displayName": "Dev", "descriptor": "u1"}]}
            """);
        write("memberships.json", "{\"value\": [{\"containerDescriptor\": \"g1\", \"memberDescriptor\": \"u1\"}]}");
        write("projects/Store/repositories.json", """
            {"value": [{"id": "r1", "name": "Shop", "defaultBranch": "refs/heads/main", "isDisabled": false}]}
            """);
        write("projects/Store/policies.json", """
            {"value": [{"isEnabled": true, "isBlocking": true, "type": {"id": "fa4e907d-c16b-4a4c-9dfa-4906e5d171dd"},
              "settings": {"minimumApproverCount": 1, "creatorVoteCounts": true,
                "scope": [{"repositoryId": "r1", "refName": "refs/heads/main", "matchKind": "Exact"},
                          {"repositoryId": null, "refName": "refs/heads/release/", "matchKind": "Prefix"}]}}]}
            """);
        write("projects/Store/definitions/12.json", """
            {"id": 12, "name": "shop-ci", "queueStatus": "enabled",
             "process": {"type": 2, "yamlFilename": "/azure-pipelines.yml"},
             "repository": {"id": "r1", "type": "TfsGit", "name": "Shop"},
             "variables": {"TOKEN": {"value": "%s", "isSecret": true}},
             "variableGroups": [{"id": 3, "name": "prod"}]}
            """.formatted(CANARY));
        write("projects/Store/builds.json", """
            {"value": [{"id": 400, "reason": "manual", "result": "succeeded", "sourceBranch": "refs/heads/main",
              "sourceVersion": "54aac13cac0d3092411958cc758098938a034812", "definition": {"id": 12},
              "repository": {"id": "r1", "type": "TfsGit"}, "startTime": "2026-11-20T08:00:00Z"}]}
            """);
        write("projects/Store/endpoints.json", """
            {"value": [{"id": "e1", "name": "azure-prod", "type": "azurerm",
              "authorization": {"scheme": "ServicePrincipal", "parameters": {"serviceprincipalkey": "%s"}},
              "data": {"subscriptionId": "0000AAAA-0000-0000-0000-000000000001", "scopeLevel": "Subscription"}}]}
            """.formatted(CANARY));
        write("projects/Store/permissions/endpoint/e1.json", """
            {"resource": {"type": "endpoint", "id": "e1"}, "allPipelines": {"authorized": true},
             "pipelines": [{"id": 12, "authorized": true}]}
            """);
        write("projects/Store/checks/endpoint/e1.json", "{\"count\": 0, \"value\": []}");
        write("projects/Store/variablegroups.json", """
            {"value": [{"id": 3, "name": "prod", "type": "Vsts", "variables": {"KEY": {"value": "%s", "isSecret": true}}}]}
            """.formatted(CANARY));
        write("projects/Store/permissions/variablegroup/3.json", "{\"pipelines\": []}");
        write("projects/Store/environments.json", "{\"value\": [{\"id\": 5, \"name\": \"production\"}]}");
        write("projects/Store/checks/environment/5.json", """
            {"value": [{"type": {"id": "8c6f20a7-a545-4486-9777-f762fafe0d4d", "name": "Approval"},
                        "settings": {"approvers": [{"id": "a"}, {"id": "b"}]}},
                       {"type": {"name": "Task Check"}, "settings": {
                        "definitionRef": {"name": "evaluatebranchProtection"},
                        "inputs": {"allowedBranches": "refs/heads/main"}}}]}
            """);
        write(
                "projects/Store/queues.json",
                "{\"value\": [{\"id\": 18, \"name\": \"Linux\", \"pool\": {\"id\": 9, \"name\": \"Linux\"}}]}");
        write("projects/Store/permissions/queue/18.json", "{\"allPipelines\": {\"authorized\": true}}");
        write("projects/Store/contents/Shop/azure-pipelines.yml", "pool: Linux\nsteps: [{script: ls}]");
    }

    @Test
    void readsGroupsWithTheirRolesAndMembers() {
        writeStore();
        Collected facts = read("organization");

        assertThat(facts.relations(RelationType.HAS_ROLE))
                .containsExactly(
                        "team:dev.azure.com/acme/acme/project collection administrators HAS_ROLE"
                                + " organization:dev.azure.com/acme {role=admin}",
                        "team:dev.azure.com/acme/store/contributors HAS_ROLE project:dev.azure.com/acme/store"
                                + " {role=write}");
        assertThat(facts.relations(RelationType.MEMBER_OF))
                .contains("developer:dev.azure.com/acme/dev@acme.example MEMBER_OF"
                        + " team:dev.azure.com/acme/store/contributors");
    }

    @Test
    void aReviewThatItsAuthorMayGiveIsNone() {
        writeStore();
        Collected facts = read("projects/Store");

        Branch main = facts.get(Branch.class, AssetKey.branch(SHOP, "main"));
        assertThat(main.isProtected()).isTrue();
        assertThat(main.requiredReviews()).isZero();
        assertThat(facts.get(Branch.class, AssetKey.branch(SHOP, "release/*")).isProtected())
                .isTrue();
    }

    @Test
    void withoutPoliciesTheDefaultBranchIsUnprotected() {
        writeStore();
        write("projects/Store/policies.json", "{\"value\": []}");

        assertThat(read("projects/Store")
                        .get(Branch.class, AssetKey.branch(SHOP, "main"))
                        .isProtected())
                .isFalse();
    }

    @Test
    void joinsAPipelineWithItsFile() {
        writeStore();
        Collected facts = read("projects/Store");

        Pipeline pipeline = facts.get(Pipeline.class, PIPELINE);
        assertThat(pipeline.nativeId()).isEqualTo("12");
        assertThat(pipeline.state()).isEqualTo("active");
        assertThat(pipeline.triggers()).containsExactly("manual", "push");
        assertThat(facts.relations(RelationType.RAN))
                .containsExactly(PIPELINE + " RAN run:dev.azure.com/acme/store/builds/400");
        assertThat(facts.relations(RelationType.USES_SECRET))
                .containsExactly(PIPELINE + " USES_SECRET variablegroup:dev.azure.com/acme/store/prod");
    }

    @Test
    void readsWhatAServiceConnectionIsOpenTo() {
        writeStore();
        Collected facts = read("projects/Store");

        assertThat(facts.get(ServiceConnection.class, AZURE))
                .isEqualTo(new ServiceConnection(AZURE, "azure-prod", "azurerm", true, 0L, false));
        assertThat(facts.relations(RelationType.USES_CONNECTION))
                .containsExactly(PIPELINE + " USES_CONNECTION " + AZURE);
        assertThat(facts.relations(RelationType.CAN_AUTHENTICATE_TO))
                .singleElement()
                .asString()
                .startsWith(AZURE + " CAN_AUTHENTICATE_TO cloudaccount:azure/0000aaaa-0000-0000-0000-000000000001");
    }

    @Test
    void readsApprovalsAndOpenPools() {
        writeStore();
        Collected facts = read("projects/Store");

        DeploymentEnvironment production =
                facts.all(DeploymentEnvironment.class).get(0);
        assertThat(production.requiredReviewers()).isEqualTo(2);
        assertThat(production.protectedBranchesOnly()).isTrue();
        VariableGroup group = facts.all(VariableGroup.class).get(0);
        assertThat(group.hasSecrets()).isTrue();
        assertThat(group.openToAllPipelines()).isFalse();
        assertThat(group.requiredApprovers()).isNull();
        assertThat(facts.all(AgentPool.class))
                .singleElement()
                .satisfies(pool -> assertThat(pool.openToAllPipelines()).isTrue());
    }

    @Test
    void aProjectWithoutAFolderIsPartial() {
        write("projects.json", "{\"value\": [{\"name\": \"Empty\"}]}");

        assertThat(acme().list().partitions().get(1).read(new Collected()))
                .isEqualTo(Completeness.partial("projects/Empty is only listed, its folder is not there"));
    }

    @Test
    void aNameThatWouldLeaveTheFolderIsRefused() {
        write("projects.json", "{\"value\": [{\"name\": \"../secrets\"}]}");

        assertThat(acme().list().completeness()).isNotEqualTo(Completeness.complete());
        assertThat(acme().list().partitions()).hasSize(1);
    }

    private AzureDevOpsConnector acme() {
        return AzureDevOpsConnector.export(folder).organization("acme");
    }

    private Collected read(String partition) {
        Collected sink = new Collected();
        acme().list().partitions().stream()
                .filter(p -> p.name().equals(partition))
                .findFirst()
                .orElseThrow()
                .read(sink);
        return sink;
    }

    private void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
