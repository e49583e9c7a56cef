package dev.throughline.connector.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GcpConnectorTest {
    private static final String COMPUTE = "cloud://compute.googleapis.com/projects/shop/";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void anInstanceIsAMemberOfItsNetworkItsTagsAndItsAccounts() throws IOException {
        read("""
            [{"name": "//compute.googleapis.com/projects/shop/zones/z/instances/api",
              "asset_type": "compute.googleapis.com/Instance", "ancestors": ["projects/1", "folders/2", "organizations/3"],
              "resource": {"data": {"name": "api", "labels": {"team": "pay"}, "tags": {"items": ["web"]},
                "serviceAccounts": [{"email": "Api@shop.iam.gserviceaccount.com",
                  "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}],
                "networkInterfaces": [{"networkIP": "10.0.0.4", "network":
                  "https://www.googleapis.com/compute/v1/projects/shop/global/networks/default",
                  "accessConfigs": [{"natIP": "203.0.113.7"}]}]}}}]\
            """);

        VirtualMachine instance = sink.get(VirtualMachine.class, new AssetKey(COMPUTE + "zones/z/instances/api"));
        assertThat(instance.publicAddresses()).containsExactly("203.0.113.7");
        assertThat(instance.tags()).containsExactly("team=pay");
        String network = COMPUTE + "global/networks/default";
        assertThat(sink.relations(RelationType.MEMBER_OF))
                .containsExactlyInAnyOrder(
                        instance.key() + " MEMBER_OF " + network,
                        instance.key() + " MEMBER_OF " + network + "/tags/web",
                        instance.key() + " MEMBER_OF " + network + "/serviceaccounts/Api@shop.iam.gserviceaccount.com");
        assertThat(sink.relations(RelationType.RUNS_AS))
                .containsExactly(instance.key() + " RUNS_AS cloud:serviceAccount:api@shop.iam.gserviceaccount.com");
        assertThat(sink.all(CloudResource.class))
                .extracting(CloudResource::tags)
                .contains(List.of("cloud-platform"));
        String manager = "cloud://cloudresourcemanager.googleapis.com/";
        assertThat(sink.relations(RelationType.CONTAINS))
                .contains(
                        manager + "organizations/3 CONTAINS " + manager + "folders/2",
                        manager + "folders/2 CONTAINS " + manager + "projects/1",
                        manager + "projects/1 CONTAINS cloudaccount:gcp/shop",
                        "cloudaccount:gcp/shop CONTAINS " + instance.key());
    }

    @Test
    void membershipsAreOfTheGroupThatTheirFileIsNamedAfter() throws IOException {
        Path group = Files.createDirectories(folder.resolve("groups/Staff@acme.example"));
        Files.writeString(group.resolve("memberships.json"), """
            [{"name": "groups/1/memberships/2", "preferredMemberKey": {"id": "Ann@acme.example"}, "type": "USER"},
             {"name": "groups/1/memberships/3", "preferredMemberKey": {"id": "ops@acme.example"}, "type": "GROUP"},
             {"name": "groups/1/memberships/4", "preferredMemberKey": {"id": "d1"}, "type": "CHROME_OS_DEVICE"},
             {"name": "groups/1/memberships/5", "preferredMemberKey": {"id": "api@shop.iam.gserviceaccount.com"},
              "type": "SERVICE_ACCOUNT"}]\
            """);
        Path other = Files.createDirectories(folder.resolve("groups/ops@acme.example"));
        Files.writeString(other.resolve("memberships.json"), "{\"nextPageToken\": \"x\", \"memberships\": []}");

        List<Completeness> read = GcpConnector.files(folder).list().partitions().stream()
                .map(partition -> partition.read(sink))
                .toList();
        assertThat(read).hasSize(2).containsOnlyOnce(Completeness.complete());
        assertThat(sink.relations(RelationType.MEMBER_OF))
                .containsExactlyInAnyOrder(
                        "cloud:user:ann@acme.example MEMBER_OF cloud:group:staff@acme.example",
                        "cloud:group:ops@acme.example MEMBER_OF cloud:group:staff@acme.example",
                        "cloud:serviceAccount:api@shop.iam.gserviceaccount.com MEMBER_OF"
                                + " cloud:group:staff@acme.example");
        assertThat(sink.all(IdentityGroup.class)).hasSize(2);
    }

    @Test
    void aFirewallGuardsWhatItIsFor() throws IOException {
        read("""
            [{"name": "//compute.googleapis.com/projects/shop/global/firewalls/web",
              "assetType": "compute.googleapis.com/Firewall",
              "resource": {"data": {"name": "web", "network": "projects/shop/global/networks/default", "priority": 900,
                "direction": "INGRESS", "sourceRanges": ["0.0.0.0/0"], "targetTags": ["web"],
                "allowed": [{"IPProtocol": "tcp", "ports": ["80", "443"]}, {"IPProtocol": "all"}]}}},
             {"name": "//compute.googleapis.com/projects/shop/global/firewalls/off",
              "assetType": "compute.googleapis.com/Firewall",
              "resource": {"data": {"network": "projects/shop/global/networks/default", "disabled": true,
                "denied": [{"IPProtocol": "6"}]}}}]\
            """);

        assertThat(sink.get(NetworkRuleSet.class, new AssetKey(COMPUTE + "global/firewalls/web"))
                        .rules())
                .containsExactly("in allow 900 tcp 80,443 0.0.0.0/0", "in allow 900 * * 0.0.0.0/0");
        assertThat(sink.get(NetworkRuleSet.class, new AssetKey(COMPUTE + "global/firewalls/off"))
                        .rules())
                .isEmpty();
        assertThat(sink.relations(RelationType.GUARDED_BY))
                .containsExactlyInAnyOrder(
                        COMPUTE + "global/networks/default/tags/web GUARDED_BY " + COMPUTE + "global/firewalls/web",
                        COMPUTE + "global/networks/default GUARDED_BY " + COMPUTE + "global/firewalls/off");
    }

    @Test
    void jsonLinesAreReadOneByOne() throws IOException {
        assertThat(read("""
            {"name": "//storage.googleapis.com/a", "asset_type": "storage.googleapis.com/Bucket"}
            {"name": 7}
            {"name": "//storage.googleapis.com/b", "asset_type": "storage.googleapis.com/Bucket"}
            """)).isEqualTo(Completeness.complete());

        assertThat(sink.all(DataStore.class)).hasSize(2);
        assertThat(sink.rejections())
                .extracting(Object::toString)
                .containsExactly("assets.json /1/name: expected a string, found number");
    }

    @Test
    void aBindingLeadsToTheRoleAsItIsBoundAndAnybodyMakesTheResourcePublic() throws IOException {
        read("""
            {"assets": [{"name": "//storage.googleapis.com/shop", "assetType": "storage.googleapis.com/Bucket",
              "iamPolicy": {"bindings": [
                {"role": "roles/storage.objectViewer", "members": ["allUsers", "user:Ann@acme.example"]},
                {"role": "roles/storage.admin", "members": ["group:ops@acme.example"],
                 "condition": {"expression": "request.time < timestamp('2027-01-01T00:00:00Z')"}}]}}]}\
            """);

        assertThat(sink.all(DataStore.class).get(0).publicAccess()).isTrue();
        assertThat(sink.relations(RelationType.HAS_ROLE))
                .containsExactlyInAnyOrder(
                        "cloud:user:ann@acme.example HAS_ROLE cloud://storage.googleapis.com/shop/bindings/"
                                + "roles/storage.objectViewer {scope=cloud://storage.googleapis.com/shop}",
                        "cloud:group:ops@acme.example HAS_ROLE cloud://storage.googleapis.com/shop/bindings/"
                                + "roles/storage.admin {condition=request.time < timestamp('2027-01-01T00:00:00Z'),"
                                + " scope=cloud://storage.googleapis.com/shop}");
    }

    @Test
    void resourceAndPolicyOfAServiceMayComeApart() throws IOException {
        String name = "\"name\": \"//run.googleapis.com/projects/shop/locations/l/services/api\","
                + " \"asset_type\": \"run.googleapis.com/Service\"";
        read("""
            [{%s, "resource": {"data": {"metadata": {"annotations": {"run.googleapis.com/ingress": "all"}},
               "spec": {"template": {"spec": {"serviceAccountName": "api@shop.iam.gserviceaccount.com",
                 "containers": [{"image": "europe-docker.pkg.dev/shop/r/api:1"}]}}}}}},
             {%s, "iam_policy": {"bindings": [{"role": "roles/run.invoker", "members": ["allUsers"]}]}}]\
            """.formatted(name, name));

        ContainerService service = sink.get(
                ContainerService.class,
                new AssetKey("cloud://run.googleapis.com/projects/shop/locations/l/services/api"));
        assertThat(service.publicNetwork()).isTrue();
        assertThat(service.authentication()).isEqualTo("none");
        assertThat(sink.relations(RelationType.CREATED_FROM)).hasSize(1);
        assertThat(sink.relations(RelationType.RUNS_AS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "INGRESS_TRAFFIC_ALL, true",
        "INGRESS_TRAFFIC_INTERNAL_ONLY, false",
        "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER,"
    })
    void whetherLoadBalancersLeadToAServiceIsNotKnown(String ingress, Boolean open) throws IOException {
        ContainerService service = service("{\"ingress\": \"%s\"}".formatted(ingress));

        assertThat(service.publicNetwork()).isEqualTo(open);
        assertThat(service.authentication()).isEqualTo("iam");
    }

    @Test
    void aServiceThatAsksNobodyWhoTheyAreIsForAll() throws IOException {
        assertThat(service("{\"invokerIamDisabled\": true}").authentication()).isEqualTo("none");
        assertThat(service("{\"metadata\": {\"annotations\": {\"run.googleapis.com/invoker-iam-disabled\": \"true\"}}}")
                        .authentication())
                .isEqualTo("none");
    }

    private ContainerService service(String data) throws IOException {
        read("""
            [{"name": "//run.googleapis.com/projects/shop/locations/l/services/api",
              "asset_type": "run.googleapis.com/Service", "resource": {"data": %s}, "iam_policy": {"bindings": []}}]\
            """.formatted(data));
        List<ContainerService> read = sink.all(ContainerService.class);
        return read.get(read.size() - 1);
    }

    @Test
    void aPrincipalOfAPoolIsTrustedByTheAccount() throws IOException {
        String subject = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/"
                + "attribute.repository/acme/shop";
        read("""
            [{"name": "//iam.googleapis.com/projects/shop/serviceAccounts/deploy@shop.iam.gserviceaccount.com",
              "asset_type": "iam.googleapis.com/ServiceAccount",
              "iam_policy": {"bindings": [{"role": "roles/iam.workloadIdentityUser", "members": ["%s"]}]}}]\
            """.formatted(subject));

        assertThat(sink.relations(RelationType.TRUSTS))
                .containsExactly("cloud:serviceAccount:deploy@shop.iam.gserviceaccount.com TRUSTS "
                        + "cloud://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci {subject="
                        + subject + "}");
    }

    @Test
    void aPoolTrustsTheTokensOfItsProviderThatMeetTheCondition() throws IOException {
        read("""
            [{"name": "//iam.googleapis.com/projects/shop/locations/global/workloadIdentityPools/ci/providers/github",
              "asset_type": "iam.googleapis.com/WorkloadIdentityPoolProvider", "resource": {"data": {
                "name": "projects/1/locations/global/workloadIdentityPools/ci/providers/github",
                "oidc": {"issuerUri": "https://token.actions.githubusercontent.com"},
                "attributeMapping": {"google.subject": "assertion.sub", "attribute.repository": "assertion.repository"},
                "attributeCondition": "assertion.repository_owner == 'acme'"}}}]\
            """);

        assertThat(sink.relations(RelationType.TRUSTS))
                .hasSize(2)
                .allSatisfy(relation -> assertThat(relation)
                        .endsWith("workloadIdentityPools/ci/providers/github"
                                + " {condition=assertion.repository_owner == 'acme',"
                                + " issuer=https://token.actions.githubusercontent.com,"
                                + " mapping=attribute.repository=assertion.repository\n"
                                + "google.subject=assertion.sub}"));
        assertThat(sink.relations(RelationType.TRUSTS))
                .anyMatch(relation -> relation.startsWith(
                        "cloud://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci TRUSTS "));
    }

    @Test
    void aForwardingRuleLeadsThroughItsPartsToWhatTheyReferTo() throws IOException {
        read("""
            [{"name": "//compute.googleapis.com/projects/shop/regions/r/forwardingRules/lb",
              "asset_type": "compute.googleapis.com/ForwardingRule", "resource": {"data": {"IPAddress": "203.0.113.9",
                "loadBalancingScheme": "EXTERNAL", "IPProtocol": "TCP", "portRange": "443-443",
                "target": "https://www.googleapis.com/compute/v1/projects/shop/regions/r/targetPools/pool"}}},
             {"name": "//compute.googleapis.com/projects/shop/regions/r/targetPools/pool",
              "asset_type": "compute.googleapis.com/TargetPool", "resource": {"data": {"instances":
                ["https://www.googleapis.com/compute/v1/projects/shop/zones/z/instances/api"]}}}]\
            """);

        assertThat(sink.all(LoadBalancer.class).get(0).internetFacing()).isTrue();
        assertThat(sink.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        "address:203.0.113.9 ROUTES_TO " + COMPUTE + "regions/r/forwardingRules/lb {ports=443/tcp}",
                        COMPUTE + "regions/r/forwardingRules/lb ROUTES_TO " + COMPUTE
                                + "regions/r/targetPools/pool {ports=443/tcp}",
                        COMPUTE + "regions/r/targetPools/pool ROUTES_TO " + COMPUTE + "zones/z/instances/api");
    }

    @Test
    void anAnswerThatIsNotTheWholeIsPartialAndAnotherDocumentIsRefused() throws IOException {
        assertThat(read("{\"assets\": [], \"nextPageToken\": \"x\"}")).isInstanceOf(Completeness.Partial.class);
        assertThatThrownBy(() -> read("{\"MOCK\": []}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("assets.json: neither an export nor an answer of Cloud Asset Inventory");
    }

    private Completeness read(String export) throws IOException {
        Files.writeString(folder.resolve("assets.json"), export);
        return GcpConnector.files(folder).list().partitions().get(0).read(sink);
    }
}
