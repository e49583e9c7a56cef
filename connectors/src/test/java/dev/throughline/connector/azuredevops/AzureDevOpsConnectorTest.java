package dev.throughline.connector.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.model.AgentPool;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.ServiceConnection;
import dev.throughline.model.SourceState;
import dev.throughline.model.VariableGroup;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
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
        write("projects/Store/enablement.json", """
            {"codeSecurityFeatures": {"codeSecurityEnabled": false}, "reposEnablementStatus": [{"repositoryId": "r1",
              "codeSecurityFeatures": {"codeSecurityEnabled": true, "codeQLEnabled": false,
                "dependencyScanningInjectionEnabled": true},
              "secretProtectionFeatures": {"secretProtectionEnabled": true, "blockPushes": false}}]}
            """);
        write("projects/Store/alerts/Shop.json", """
            {"count": 3, "value": [
              {"alertId": 7, "alertType": "secret", "severity": "critical", "state": "active", "title": "Found %1$s",
               "truncatedSecret": "%1$s", "validationFingerprints": [{"validationFingerprintJson": "%1$s"}],
               "tools": [{"name": "Advanced Security Secret Scanning",
                 "rules": [{"opaqueId": "aws_access_key", "friendlyName": "AWS access key"}]}],
               "validityDetails": {"validityStatus": "active"},
               "physicalLocations": [{"filePath": "/src/app.properties", "region": {"lineStart": 12}}]},
              {"alertId": 8, "alertType": "dependency", "severity": "critical", "state": "fixed",
               "title": "Remote code execution in log4j-core",
               "tools": [{"name": "Advanced Security Dependency Scanning", "rules": [{"opaqueId": "GHSA-jfh8-c2jp-5v3q",
                 "additionalProperties": {"cveId": "CVE-2021-44228", "cvss": 10}}]}],
               "logicalLocations": [{"fullyQualifiedName": "log4j-core 2.14.1", "kind": "vulnerableDependency"}],
               "physicalLocations": [{"filePath": "pom.xml"}]},
              {"alertId": 9, "alertType": "code", "severity": "high", "state": "dismissed",
               "title": "This query depends on a value.", "dismissal": {"dismissalType": "acceptedRisk"},
               "repositoryUrl": "https://dev.azure.com/acme/Store/_git/Shop",
               "tools": [{"name": "CodeQL", "rules": [{"opaqueId": "java/sql-injection",
                 "friendlyName": "Query built from user-controlled sources", "tags": ["external/cwe/cwe-089"]}]}],
               "physicalLocations": [{"filePath": "src/Refunds.java", "region": {"lineStart": 74}}]}]}
            """.formatted(CANARY));
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
    void readsWhichScansAreOn() {
        writeStore();

        Repository shop = read("projects/Store").get(Repository.class, SHOP);
        assertThat(shop.name()).isEqualTo("Shop");
        assertThat(shop.codeScanning()).as("alerts say so").isTrue();
        assertThat(shop.dependencyAlerts()).isTrue();
        assertThat(shop.secretScanning()).isTrue();
        assertThat(shop.pushProtection()).isFalse();
    }

    @Test
    void whereTheProductIsOffNothingScans() {
        writeStore();
        write("projects/Store/alerts/Shop.json", "{\"value\": []}");
        write("projects/Store/enablement.json", """
            {"reposEnablementStatus": [{"repositoryId": "r1", "codeSecurityFeatures": {"codeSecurityEnabled": false},
              "secretProtectionFeatures": {"secretProtectionEnabled": false}}, {"repositoryId": "other"}]}
            """);

        Repository shop = read("projects/Store").get(Repository.class, SHOP);
        assertThat(shop.codeScanning()).isFalse();
        assertThat(shop.dependencyAlerts()).isFalse();
        assertThat(shop.secretScanning()).isFalse();
        assertThat(shop.pushProtection()).isFalse();
    }

    @Test
    void aSecretIsAFindingByItselfWithItsPlaceAndState() {
        writeStore();

        assertThat(read("projects/Store").all(ExposedSecret.class))
                .containsExactly(new ExposedSecret(
                        new AssetKey("secret:dev.azure.com/acme/store/shop/advanced-security/7"),
                        "aws_access_key",
                        "AWS access key",
                        "src/app.properties",
                        12L,
                        SourceState.OPEN,
                        "active",
                        null,
                        null));
    }

    @Test
    void anAlertOnADependencyIsACaseOfItsCve() {
        writeStore();
        Collected facts = read("projects/Store");

        assertThat(facts.all(Vulnerability.class))
                .extracting(v -> v.key().value())
                .containsExactly("CVE-2021-44228");
        assertThat(facts.all(Weakness.class))
                .filteredOn(w -> w.type() == WeaknessType.DEPENDENCY)
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.packageName()).isEqualTo("log4j-core 2.14.1");
                    assertThat(w.path()).isEqualTo("pom.xml");
                    assertThat(w.state()).isEqualTo(SourceState.FIXED);
                });
    }

    @Test
    void anAlertOnCodeHasTheKeyOfTheSarifResultItWasMadeOf() {
        writeStore();
        write("codeql.sarif", """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL"}}, "results": [{"ruleId": "java/sql-injection",
              "message": {"text": "This query depends on [a value](1)."},
              "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/Refunds.java"},
                "region": {"startLine": 70}}}]}]}]}
            """);
        Collected sarif = new Collected();
        SarifConnector.files(folder.resolve("codeql.sarif"))
                .repository("https://dev.azure.com/acme/Store/_git/Shop")
                .list()
                .partitions()
                .get(0)
                .read(sarif);

        assertThat(read("projects/Store").all(Weakness.class))
                .filteredOn(w -> w.type() == WeaknessType.CODE)
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.key())
                            .isEqualTo(sarif.all(Weakness.class).get(0).key());
                    assertThat(w.state()).isEqualTo(SourceState.DISMISSED);
                    assertThat(w.url()).isEqualTo("https://dev.azure.com/acme/Store/_git/Shop/alerts/9");
                });
    }

    @Test
    void anAlertOnCodeThatAScannerOfPackagesFoundIsACaseOfItsCve() {
        writeStore();
        write("projects/Store/alerts/Shop.json", """
            {"count": 1, "value": [{"alertId": 10, "alertType": "code", "severity": "high", "state": "active", "title": "m",
              "tools": [{"name": "Trivy", "rules": [{"opaqueId": "CVE-2021-44228"}]}]}]}
            """);
        Collected facts = read("projects/Store");

        assertThat(facts.all(Weakness.class)).extracting(Weakness::type).containsExactly(WeaknessType.DEPENDENCY);
        assertThat(facts.relations(RelationType.INSTANCE_OF))
                .singleElement()
                .asString()
                .endsWith("vulnerability:CVE-2021-44228");
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
        Written.file(folder, name, content);
    }
}
