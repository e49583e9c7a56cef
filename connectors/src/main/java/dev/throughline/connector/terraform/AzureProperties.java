package dev.throughline.connector.terraform;

import com.google.common.collect.ImmutableMap;
import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the properties of resources as Azure Resource Manager describes them, for the types whose attributes tell all that
 * their reader looks at.
 */
final class AzureProperties {
    private static final Map<String, Function<ManagedResource, Answer>> BY_TYPE =
            ImmutableMap.<String, Function<ManagedResource, Answer>>builder()
                    .put("azurerm_container_group", AzureProperties::group)
                    .put("azurerm_container_app", AzureProperties::app)
                    .put("azurerm_linux_web_app", AzureProperties::site)
                    .put("azurerm_windows_web_app", AzureProperties::site)
                    .put("azurerm_linux_function_app", AzureProperties::site)
                    .put("azurerm_windows_function_app", AzureProperties::site)
                    .put("azurerm_storage_account", AzureProperties::storage)
                    .put("azurerm_storage_container", AzureProperties::container)
                    .put("azurerm_mssql_server", AzureProperties::network)
                    .put("azurerm_sql_server", AzureProperties::network)
                    .put("azurerm_mssql_database", copied())
                    .put("azurerm_sql_database", copied())
                    .put("azurerm_postgresql_flexible_server", AzureProperties::network)
                    .put("azurerm_mysql_flexible_server", AzureProperties::network)
                    .put("azurerm_cosmosdb_account", AzureProperties::network)
                    .put("azurerm_key_vault", AzureProperties::network)
                    .put("azurerm_user_assigned_identity", copied("principal_id=principalId", "client_id=clientId"))
                    .put("azurerm_federated_identity_credential", copied("issuer", "subject", "audience=audiences"))
                    .put(
                            "azurerm_role_assignment",
                            copied(
                                    "principal_id=principalId",
                                    "principal_type=principalType",
                                    "scope",
                                    "role_definition_id=roleDefinitionId",
                                    "role_definition_name=roleDefinitionName",
                                    "condition"))
                    .buildOrThrow();

    private AzureProperties() {}

    /** Null for types of which no more is read than name, tags, place and identity. */
    static @Nullable Answer of(ManagedResource resource) {
        Function<ManagedResource, Answer> writer = BY_TYPE.get(resource.type());
        return writer == null ? null : writer.apply(resource);
    }

    /** Web applications and functions are one type of resource, told apart by a field. */
    static void kind(ManagedResource resource, Answer record) {
        if (resource.type().endsWith("_function_app")) {
            record.put("kind", "functionapp");
        }
    }

    private static Function<ManagedResource, Answer> copied(String... names) {
        return resource -> new Answer().copy(resource.values(), names);
    }

    private static Answer group(ManagedResource resource) {
        return containers(resource.values())
                .put("ipAddress", new Answer().copy(resource.values(), "ip_address_type=type", "ip_address=ip"));
    }

    private static Answer app(ManagedResource resource) {
        Answer configuration = new Answer();
        Fields ingress = resource.block("ingress");
        if (!ingress.isAbsent()) {
            List<Answer> restrictions = ManagedResource.blocks(ingress, "ip_security_restriction").stream()
                    .map(rule -> new Answer().copy(rule, "action", "ip_address_range=ipAddressRange"))
                    .toList();
            configuration.put(
                    "ingress",
                    new Answer()
                            .copy(ingress, "external_enabled=external", "client_certificate_mode=clientCertificateMode")
                            .list("ipSecurityRestrictions", restrictions));
        }
        return new Answer()
                .copy(resource.values(), "container_app_environment_id=managedEnvironmentId")
                .put("configuration", configuration)
                .put("template", containers(resource.block("template")));
    }

    private static Answer containers(Fields parent) {
        return new Answer()
                .list(
                        "containers",
                        ManagedResource.blocks(parent, "container").stream()
                                .map(container -> new Answer().copy(container, "image"))
                                .toList());
    }

    /** Of its firewall nothing is written: a state that was not refreshed since it was opened shows it shut. */
    private static Answer network(ManagedResource resource) {
        Boolean isPublic = resource.values().bool("public_network_access_enabled");
        return new Answer().put("publicNetworkAccess", isPublic == null ? null : isPublic ? "Enabled" : "Disabled");
    }

    /** Before version 3 of the provider the attribute had another name. */
    private static Answer storage(ManagedResource resource) {
        String nested = "allow_nested_items_to_be_public";
        String name = resource.values().has(nested) ? nested : "allow_blob_public_access";
        return network(resource).copy(resource.values(), name + "=allowBlobPublicAccess");
    }

    private static Answer container(ManagedResource resource) {
        String access = resource.text("container_access_type");
        return new Answer().put("publicAccess", "private".equals(access) ? "None" : access);
    }

    private static Answer site(ManagedResource resource) {
        Fields configuration = resource.block("site_config");
        return network(resource).put("siteConfig", new Answer().copy(configuration, "linux_fx_version=linuxFxVersion"));
    }
}
