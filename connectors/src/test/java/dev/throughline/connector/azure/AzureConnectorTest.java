package dev.throughline.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.CloudResource;
import dev.throughline.model.CloudRole;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretStore;
import dev.throughline.model.TrustPolicy;
import dev.throughline.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AzureConnectorTest {
    private static final String GROUP = "/subscriptions/S1/resourceGroups/Shop";
    private static final String SHOP = "cloud:/subscriptions/s1/resourcegroups/shop/providers/";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void keysAreInLowerCaseAndEveryResourceLiesInItsGroupAndSubscription() throws IOException {
        read("""
            {"data": [{"id": "%s/providers/Microsoft.Compute/virtualMachines/Api", "name": "Api",
              "type": "microsoft.compute/virtualmachines", "tags": {"team": "pay"},
              "identity": {"principalId": "P-1", "userAssignedIdentities": {
                "%s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop": {"principalId": "p-2"}}},
              "properties": {"networkProfile": {"networkInterfaces": [
                {"id": "%s/providers/Microsoft.Network/networkInterfaces/Nic"}]}}}],
             "resultTruncated": "false"}\
            """.formatted(GROUP, GROUP, GROUP));

        String machine = SHOP + "microsoft.compute/virtualmachines/api";
        assertThat(sink.get(VirtualMachine.class, new AssetKey(machine)).tags()).containsExactly("team=pay");
        assertThat(sink.relations(RelationType.CONTAINS))
                .containsExactly(
                        "cloud:/subscriptions/s1/resourcegroups/shop CONTAINS " + machine,
                        "cloudaccount:azure/s1 CONTAINS cloud:/subscriptions/s1/resourcegroups/shop");
        String identity = SHOP + "microsoft.managedidentity/userassignedidentities/shop";
        assertThat(sink.relations(RelationType.RUNS_AS))
                .containsExactlyInAnyOrder(machine + " RUNS_AS cloud:entra/p-1", machine + " RUNS_AS " + identity);
        assertThat(sink.relations(RelationType.CAN_AUTHENTICATE_AS))
                .containsExactly(identity + " CAN_AUTHENTICATE_AS cloud:entra/p-2");
        assertThat(sink.relations(RelationType.ROUTES_TO))
                .containsExactly(SHOP + "microsoft.network/networkinterfaces/nic ROUTES_TO " + machine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": [], \"resultTruncated\": \"true\"}",
                "{\"data\": [], \"$skipToken\": \"abc\"}",
                "{\"value\": [], \"nextLink\": \"https://management.azure.com/next\"}",
                "{\"value\": [], \"@odata.nextLink\": \"https://graph.microsoft.com/next\"}"
            })
    void anAnswerThatIsNotTheWholeIsPartial(String answer) throws IOException {
        assertThat(read(answer)).isInstanceOf(Completeness.Partial.class);
    }

    @Test
    void pagesInOneFileAreCompleteWhenTheLastIsTheLast() throws IOException {
        assertThat(read("[{\"data\": [], \"$skipToken\": \"abc\"}, {\"data\": []}]"))
                .isEqualTo(Completeness.complete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s]",
                "{\"value\": [%s]}",
                "[{\"value\": [%s]}]",
                "{\"data\": {\"columns\": [{\"name\": \"id\"}, {\"name\": \"name\"}], \"rows\": [[\"%s\", \"vm\"]]}}",
                "%s"
            })
    void aResourceIsTheSameWhateverHoldsIt(String around) throws IOException {
        String id = GROUP + "/providers/Microsoft.Compute/virtualMachines/vm";
        String resource = "{\"id\": \"" + id + "\", \"name\": \"vm\", \"resources\": [{\"id\": \"extension\"}]}";

        assertThat(read(around.formatted(around.contains("rows") ? id : resource)))
                .isEqualTo(Completeness.complete());

        assertThat(sink.all(VirtualMachine.class)).singleElement().satisfies(machine -> {
            assertThat(machine.key()).isEqualTo(new AssetKey(SHOP + "microsoft.compute/virtualmachines/vm"));
            assertThat(machine.name()).isEqualTo("vm");
        });
        assertThat(sink.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data': {'rows': [], 'columns': []}}|answer.json /data/rows: stands before its columns",
                "{'resources': [], 'type': 'a/b'}|answer.json /type: stands behind a list",
                "{'value': 7}|answer.json: neither an answer",
                "7|answer.json: expected an object"
            })
    void aListOfWhichItIsNotKnownWhatItIsIsRefused(String document, String message) {
        assertThatThrownBy(() -> read(document.replace('\'', '"')))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void rulesOfASecurityGroupKeepTheirOrderAndTheMachinesTheyAreFor() throws IOException {
        read("""
            [{"id": "%s/providers/Microsoft.Network/networkSecurityGroups/web", "name": "web",
              "securityRules": [
                {"name": "b", "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRanges": ["443", "8000-8080"],
                 "sourceAddressPrefix": "Internet", "destinationAddressPrefix": "10.0.0.4/32", "access": "Allow",
                 "priority": 200, "direction": "Inbound"},
                {"name": "a", "protocol": "*", "sourcePortRange": "*", "destinationPortRange": "*",
                 "sourceAddressPrefixes": ["203.0.113.0/24"], "destinationAddressPrefix": "*", "access": "Deny",
                 "priority": 100, "direction": "Inbound"},
                {"name": "c", "protocol": "*", "sourcePortRange": "53", "destinationPortRange": "*",
                 "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Deny",
                 "priority": 50, "direction": "Inbound"}],
              "defaultSecurityRules": [
                {"name": "DenyAllInBound", "protocol": "*", "sourcePortRange": "*", "destinationPortRange": "*",
                 "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Deny",
                 "priority": 65500, "direction": "Inbound"}]}]\
            """.formatted(GROUP));

        assertThat(sink.all(NetworkRuleSet.class).get(0).rules())
                .containsExactly(
                        "in deny 100 * * 203.0.113.0/24",
                        "in allow 200 tcp 443,8000-8080 Internet>10.0.0.4/32",
                        "in deny 65500 * * 0.0.0.0/0,::/0");
    }

    @Test
    void aLoadBalancerPassesItsPortsOnToItsPool() throws IOException {
        String balancer = GROUP + "/providers/Microsoft.Network/loadBalancers/lb";
        read("""
            {"value": [{"id": "%1$s", "name": "lb", "properties": {
              "frontendIPConfigurations": [{"id": "%1$s/frontendIPConfigurations/web", "properties": {
                "publicIPAddress": {"id": "%2$s/providers/Microsoft.Network/publicIPAddresses/pip"}}}],
              "backendAddressPools": [{"id": "%1$s/backendAddressPools/pool", "properties": {
                "backendIPConfigurations": [
                  {"id": "%2$s/providers/Microsoft.Network/networkInterfaces/nic/ipConfigurations/one"}]}}],
              "loadBalancingRules": [{"properties": {
                "frontendIPConfiguration": {"id": "%1$s/frontendIPConfigurations/web"},
                "backendAddressPool": {"id": "%1$s/backendAddressPools/POOL"},
                "protocol": "Tcp", "frontendPort": 443, "backendPort": 8443}}]}}]}\
            """.formatted(balancer, GROUP));

        String key = SHOP + "microsoft.network/loadbalancers/lb";
        assertThat(sink.all(LoadBalancer.class).get(0).internetFacing()).isTrue();
        assertThat(sink.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        SHOP + "microsoft.network/publicipaddresses/pip ROUTES_TO " + key
                                + "/frontendipconfigurations/web {ports=443/tcp}",
                        key + "/frontendipconfigurations/web ROUTES_TO " + key
                                + "/backendaddresspools/pool {ports=8443/tcp}",
                        key + "/backendaddresspools/pool ROUTES_TO " + SHOP
                                + "microsoft.network/networkinterfaces/nic");
    }

    @Test
    void aContainerAppSaysWhetherItIsExternalAndWhatItRuns() throws IOException {
        String digest = "sha256:" + "a".repeat(64);
        read("""
            {"value": [{"id": "%s/providers/Microsoft.App/containerApps/api", "name": "api",
              "type": "Microsoft.App/containerApps", "properties": {
                "managedEnvironmentId": "%s/providers/Microsoft.App/managedEnvironments/env",
                "configuration": {"secrets": [{"name": "x", "value": "EXAMPLE-not-a-real-secret"}],
                  "ingress": {"external": true, "ipSecurityRestrictions": [
                    {"action": "Allow", "ipAddressRange": "198.51.100.0/24"}]}},
                "template": {"containers": [{"image": "shop.azurecr.io/api@%s"}]}}}]}\
            """.formatted(GROUP, GROUP, digest));

        ContainerService app = sink.all(ContainerService.class).get(0);
        assertThat(app.publicNetwork()).isTrue();
        assertThat(app.openRanges()).containsExactly("198.51.100.0/24");
        assertThat(sink.relations(RelationType.CREATED_FROM))
                .containsExactly(app.key() + " CREATED_FROM image:" + digest + " {reference=shop.azurecr.io/api@"
                        + digest + "}");
        assertThat(sink.relations(RelationType.GUARDED_BY))
                .containsExactly(app.key() + " GUARDED_BY " + SHOP + "microsoft.app/managedenvironments/env");
    }

    @Test
    void anAssignmentLeadsToTheRoleAsItStandsAtItsScope() throws IOException {
        read("""
            {"value": [
              {"id": "/subscriptions/S1/providers/Microsoft.Authorization/roleAssignments/r1",
               "type": "Microsoft.Authorization/roleAssignments", "properties": {
               "roleDefinitionId": "/subscriptions/S1/providers/Microsoft.Authorization/roleDefinitions/ABC",
               "principalId": "P-1", "principalType": "Group", "scope": "/subscriptions/S1",
               "condition": "@Resource[a] StringEquals 'b'"}},
              {"id": "/subscriptions/S1/providers/Microsoft.Authorization/roleDefinitions/ABC",
               "type": "Microsoft.Authorization/roleDefinitions", "properties": {"roleName": "Shop admin",
               "permissions": [{"actions": ["*"], "notActions": ["Microsoft.Authorization/*"],
                 "dataActions": ["x/read"], "notDataActions": []}]}}]}\
            """);

        String role = "/providers/microsoft.authorization/roledefinitions/abc";
        assertThat(sink.relations(RelationType.HAS_ROLE))
                .containsExactly("cloud:entra/p-1 HAS_ROLE cloud:/subscriptions/s1" + role
                        + " {condition=@Resource[a] StringEquals 'b', scope=cloudaccount:azure/s1}");
        assertThat(sink.get(CloudRole.class, new AssetKey("cloud:" + role)).permissions())
                .containsExactly("*", "!Microsoft.Authorization/*", "data:x/read");
        assertThat(sink.all(IdentityGroup.class)).hasSize(1);
    }

    @Test
    void aDenyAssignmentSaysFromWhomItTakesWhatAndWhere() throws IOException {
        read("""
            {"value": [
              {"id": "/subscriptions/S1/resourceGroups/G/providers/Microsoft.Authorization/denyAssignments/d1",
               "type": "Microsoft.Authorization/denyAssignments", "properties": {
               "denyAssignmentName": "managed", "scope": "/subscriptions/S1/resourceGroups/G",
               "permissions": [{"actions": ["*"], "notActions": ["*/read"], "dataActions": [], "notDataActions": []}],
               "principals": [{"id": "00000000-0000-0000-0000-000000000000", "type": "SystemDefined"}],
               "excludePrincipals": [{"id": "P-1", "type": "ServicePrincipal"}, {"id": "G-1", "type": "Group"}],
               "doNotApplyToChildScopes": false}}]}\
            """);

        String group = "/subscriptions/s1/resourcegroups/g";
        CloudPolicy denial = sink.get(
                CloudPolicy.class,
                new AssetKey("cloud:" + group + "/providers/microsoft.authorization/denyassignments/d1"));
        assertThat(denial.type()).isEqualTo("deny-assignment");
        assertThat(denial.statements())
                .containsExactly("deny action=*,!*/read resource=" + group + "," + group
                        + "/* principal=* when=not,principal,cloud:entra/p-1,cloud:entra/g-1");
        assertThat(sink.all(IdentityGroup.class)).hasSize(1);
    }

    @Test
    void aVaultObeysItsPoliciesUnlessItObeysRoles() throws IOException {
        String vault = """
            {"id": "%s/providers/Microsoft.KeyVault/vaults/%s", "properties": {"enableRbacAuthorization": %s,
              "publicNetworkAccess": "Disabled",
              "networkAcls": {"defaultAction": "Deny", "ipRules": [{"value": "198.51.100.7/32"}]},
              "accessPolicies": [{"objectId": "p-1", "permissions": {"secrets": ["Get", "List"], "keys": ["List"]}},
                                 {"objectId": "p-2", "permissions": {"secrets": ["List"]}}]}}\
            """;
        read("[" + vault.formatted(GROUP, "old", false) + "," + vault.formatted(GROUP, "new", true) + "]");

        String old = SHOP + "microsoft.keyvault/vaults/old";
        SecretStore store = sink.get(SecretStore.class, new AssetKey(old));
        assertThat(store.publicNetwork()).isFalse();
        assertThat(store.openRanges()).containsExactly("198.51.100.7/32");
        assertThat(sink.relations(RelationType.CAN_AUTHENTICATE_TO))
                .containsExactly("cloud:entra/p-1 CAN_AUTHENTICATE_TO " + old + " {reason=access policy: secrets/get}");
        assertThat(sink.all(CloudResource.class))
                .filteredOn(asset -> asset.key().text().endsWith("/accesspolicies"))
                .extracting(asset -> asset.key().text())
                .containsExactly(old + "/accesspolicies");
    }

    @Test
    void aRuleOfADatabaseFirewallBecomesRanges() throws IOException {
        String server = GROUP + "/providers/Microsoft.Sql/servers/db";
        read("""
            [{"id": "%1$s/firewallRules/all", "properties": {"startIpAddress": "0.0.0.0", "endIpAddress": "255.255.255.255"}},
             {"id": "%1$s/firewallRules/azure", "properties": {"startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0"}},
             {"id": "%1$s/firewallRules/some", "properties": {"startIpAddress": "198.51.100.1", "endIpAddress": "198.51.100.4"}}]
            """.formatted(server));

        assertThat(sink.all(NetworkRuleSet.class))
                .extracting(set -> set.rules().get(0))
                .containsExactly(
                        "in allow - tcp * 0.0.0.0/0",
                        "in allow - tcp * AzureCloud",
                        "in allow - tcp * 198.51.100.1/32,198.51.100.2/31,198.51.100.4/32");
    }

    @Test
    void storesSayWhoMayReadThemWithoutSigningIn() throws IOException {
        String account = GROUP + "/providers/Microsoft.Storage/storageAccounts/data";
        read("""
            [{"id": "%1$s", "properties": {"allowBlobPublicAccess": false, "networkAcls": {"defaultAction": "Allow"}}},
             {"id": "%1$s/blobServices/default/containers/web", "properties": {"publicAccess": "Blob"}}]\
            """.formatted(account));

        assertThat(sink.all(DataStore.class))
                .extracting(DataStore::publicAccess)
                .containsExactly(false, true);
        assertThat(sink.all(DataStore.class).get(0).openRanges()).containsExactly("0.0.0.0/0", "::/0");
    }

    @Test
    void objectsOfTheDirectoryAreKnownByTheirFields() throws IOException {
        read("""
            {"value": [
              {"id": "app-o", "appId": "client", "displayName": "ci", "owners": [{"id": "u1"}],
               "federatedIdentityCredentials": [{"id": "f1", "name": "main",
                 "issuer": "https://token.actions.githubusercontent.com", "subject": "repo:acme/shop:ref:refs/heads/main",
                 "audiences": ["api://AzureADTokenExchange"]}]},
              {"id": "sp-o", "appId": "client", "servicePrincipalType": "Application"},
              {"id": "g1", "displayName": "admins", "securityEnabled": true, "isAssignableToRole": true,
               "members": [{"@odata.type": "#microsoft.graph.user", "id": "u1"}]},
              {"id": "x", "appRoleId": "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "principalId": "sp-o",
               "resourceDisplayName": "Microsoft Graph"},
              {"id": "dr", "displayName": "Global Administrator",
               "roleTemplateId": "62e90394-69f5-4237-9190-012177145e10", "members": [{"id": "u1"}]}]}\
            """);

        assertThat(sink.relations(RelationType.CAN_AUTHENTICATE_AS))
                .containsExactlyInAnyOrder(
                        "cloud:entra/app-o CAN_AUTHENTICATE_AS cloud:entra/appid/client",
                        "cloud:entra/appid/client CAN_AUTHENTICATE_AS cloud:entra/sp-o");
        assertThat(sink.relations(RelationType.HAS_ROLE))
                .containsExactlyInAnyOrder(
                        "cloud:entra/u1 HAS_ROLE cloud:entra/app-o {scope=owner}",
                        "cloud:entra/sp-o HAS_ROLE cloud:entra/approles/9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"
                                + " {scope=Microsoft Graph}",
                        "cloud:entra/dr HAS_ROLE cloud:entra/directoryroles/62e90394-69f5-4237-9190-012177145e10"
                                + " {scope=/}",
                        "cloud:entra/u1 HAS_ROLE cloud:entra/directoryroles/62e90394-69f5-4237-9190-012177145e10"
                                + " {scope=/}");
        assertThat(sink.relations(RelationType.MEMBER_OF)).containsExactly("cloud:entra/u1 MEMBER_OF cloud:entra/g1");
        assertThat(sink.all(TrustPolicy.class).get(0).subject()).isEqualTo("repo:acme/shop:ref:refs/heads/main");
    }

    @Test
    void aRecordThatCannotBeUsedIsRejectedAndTheOthersGoOn() throws IOException {
        read("""
            {"value": [{"id": "x", "what": "ever"},
              {"id": "%s/providers/Microsoft.Compute/disks/d", "name": "d"}]}\
            """.formatted(GROUP));

        assertThat(sink.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "answer.json /value/0: neither a resource of Azure nor an object of Entra that is known");
        assertThat(sink.all(CloudResource.class))
                .extracting(CloudResource::type)
                .contains("microsoft.compute/disks");
    }

    @Test
    void aFileThatIsNoAnswerIsRefused() {
        assertThatThrownBy(() -> read("{\"MOCK\": []}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("answer.json: neither an answer of Azure Resource Graph");
    }

    private Completeness read(String answer) throws IOException {
        Files.writeString(folder.resolve("answer.json"), answer);
        List<Partition> partitions = AzureConnector.files(folder).list().partitions();
        return partitions.get(0).read(sink);
    }
}
