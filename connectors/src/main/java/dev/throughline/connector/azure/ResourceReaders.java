package dev.throughline.connector.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.model.CloudResource;
import java.util.Map;
import java.util.Objects;

/** The readers, by type of resource. */
final class ResourceReaders {
    private static final ResourceReader OTHER = (resource, sink) ->
            sink.accept(new CloudResource(resource.key(), resource.name(), resource.type(), resource.tags()));

    private static final Map<String, ResourceReader> BY_TYPE = ImmutableMap.<String, ResourceReader>builder()
            .put("microsoft.resources/subscriptions", ContainerFacts::subscription)
            .put("microsoft.management/managementgroups", ContainerFacts::managementGroup)
            .put("microsoft.compute/virtualmachines", MachineReader::machine)
            .put("microsoft.compute/virtualmachinescalesets", MachineReader::scaleSet)
            .put("microsoft.network/networkinterfaces", InterfaceReader::read)
            .put("microsoft.network/networksecuritygroups", SecurityGroupReader::read)
            .put("microsoft.network/publicipaddresses", PublicAddressReader::read)
            .put("microsoft.network/virtualnetworks", NetworkReader::network)
            .put("microsoft.network/virtualnetworks/subnets", NetworkReader::subnet)
            .put("microsoft.network/loadbalancers", BalancerReader::loadBalancer)
            .put("microsoft.network/applicationgateways", BalancerReader::applicationGateway)
            .put("microsoft.network/privateendpoints", NetworkReader::privateEndpoint)
            .put("microsoft.app/containerapps", ContainerReader::app)
            .put("microsoft.app/managedenvironments", ContainerReader::environment)
            .put("microsoft.web/sites/config", SiteReader::configuration)
            .put("microsoft.containerinstance/containergroups", ContainerReader::group)
            .put("microsoft.web/sites", SiteReader::read)
            .put("microsoft.containerservice/managedclusters", ClusterReader::read)
            .put("microsoft.containerregistry/registries", RegistryReader::read)
            .put("microsoft.keyvault/vaults", VaultReader::read)
            .put("microsoft.storage/storageaccounts", StorageReader::account)
            .put("microsoft.storage/storageaccounts/blobservices/containers", StorageReader::container)
            .put("microsoft.sql/servers", DatabaseReader::server)
            .put("microsoft.sql/servers/databases", DatabaseReader::store)
            .put("microsoft.sql/servers/firewallrules", DatabaseReader::firewallRule)
            .put("microsoft.dbforpostgresql/flexibleservers", DatabaseReader::server)
            .put("microsoft.dbforpostgresql/flexibleservers/firewallrules", DatabaseReader::firewallRule)
            .put("microsoft.dbformysql/flexibleservers", DatabaseReader::server)
            .put("microsoft.dbformysql/flexibleservers/firewallrules", DatabaseReader::firewallRule)
            .put("microsoft.documentdb/databaseaccounts", DatabaseReader::cosmos)
            .put("microsoft.managedidentity/userassignedidentities", IdentityReader::identity)
            .put(
                    "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials",
                    IdentityReader::credential)
            .put("microsoft.authorization/roleassignments", RoleReader::assignment)
            .put("microsoft.authorization/roledefinitions", RoleReader::definition)
            .put("microsoft.authorization/denyassignments", RoleReader::denial)
            .put("microsoft.authorization/roleeligibilityscheduleinstances", RoleReader::eligibility)
            .put("microsoft.authorization/rolemanagementpolicyassignments", RoleReader::activation)
            .put("microsoft.authorization/rolemanagementpolicyassignment", RoleReader::activation) // as it names itself
            .buildOrThrow();

    private ResourceReaders() {}

    static ResourceReader of(String type) {
        return Objects.requireNonNullElse(BY_TYPE.get(type), OTHER);
    }
}
