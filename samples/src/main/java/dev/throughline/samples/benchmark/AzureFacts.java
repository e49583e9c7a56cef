package dev.throughline.samples.benchmark;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/**
 * A tenant of Azure: management groups of ten subscriptions, with a hundred resources in each resource group, and groups and
 * applications of the directory that hold roles at all levels, most of them at resource groups.
 */
final class AzureFacts implements CloudFacts {
    private static final String ROLES = "/providers/microsoft.authorization/roledefinitions/";
    private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private static final String BLOB_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    private static final String SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6";
    private static final String MACHINES = "9980e02c-c2be-4d73-94e8-173b1dc7cf3c";
    private static final String[] AT_GROUP = {
        CONTRIBUTOR, READER, BLOB_READER, SECRETS_USER, MACHINES, READER, CONTRIBUTOR, READER
    };
    private static final int SUBSCRIPTIONS_PER_GROUP = 10;
    private static final int MEMBERS = 5;
    private static final List<String> DEFAULTS =
            List.of("in allow 65000 * * VirtualNetwork>VirtualNetwork", "in deny 65500 * * 0.0.0.0/0,::/0");

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public void tellOfOrganization(CloudSize size, CloudWriter writer) {
        AssetKey root = managementGroup("root");
        assign(writer, principal("platform"), root.value(), OWNER);
        assign(writer, principal("audit"), root.value(), READER);
        assign(writer, principal("operations"), root.value(), MACHINES);
        for (int i = 0; i < size.accounts(); i++) {
            AssetKey group = managementGroup("g" + i / SUBSCRIPTIONS_PER_GROUP);
            if (i % SUBSCRIPTIONS_PER_GROUP == 0) {
                writer.relation(root, RelationType.CONTAINS, group);
                assign(writer, principal("unit-" + i), group.value(), CONTRIBUTOR);
            }
            writer.relation(group, RelationType.CONTAINS, subscription(i));
        }
    }

    private static AssetKey managementGroup(String name) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, "/providers/microsoft.management/managementgroups/" + name);
    }

    private static AssetKey subscription(int number) {
        return AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/s" + number);
    }

    private static AssetKey principal(String id) {
        return AssetKey.of(AssetKind.IDENTITY, "entra/" + id);
    }

    private static void assign(CloudWriter writer, AssetKey principal, String scope, String role) {
        AssetKey held = writer.asset(AssetKind.CLOUD_ROLE, scope + ROLES + role, Map.of());
        writer.relation(principal, RelationType.HAS_ROLE, held, "scope", "cloud:" + scope);
    }

    @Override
    public void tellOfAccount(CloudSize size, int account, CloudWriter writer) {
        AssetKey subscription =
                writer.asset(AssetKind.CLOUD_ACCOUNT, subscription(account).value(), Map.of("name", "s" + account));
        String scope = "/subscriptions/s" + account;
        assign(writer, principal("owners-" + account), scope, OWNER);
        assign(writer, principal("developers-" + account), scope, CONTRIBUTOR);
        assign(writer, principal("backup-" + account), scope, BLOB_READER);
        for (int team = 0; team < size.teams(); team++) {
            String group = scope + "/resourcegroups/g" + team;
            writer.relation(
                    subscription,
                    RelationType.CONTAINS,
                    writer.asset(AssetKind.CLOUD_RESOURCE, group, Map.of("name", "g" + team)));
            people(account, team, group, writer);
            resources(account, team, group, writer);
        }
    }

    private static void people(int account, int team, String group, CloudWriter writer) {
        for (int i = 0; i < AT_GROUP.length; i++) {
            String name = account + "-" + team + "-" + i;
            AssetKey members =
                    writer.asset(AssetKind.IDENTITY_GROUP, "entra/group-" + name, Map.of("name", "group-" + name));
            assign(writer, members, group, AT_GROUP[i]);
            for (int m = 0; m < MEMBERS; m++) {
                AssetKey user = writer.asset(
                        AssetKind.IDENTITY,
                        "entra/user-" + account + "-" + (team * MEMBERS + m),
                        Map.of("name", "user", "type", "user"));
                writer.relation(user, RelationType.MEMBER_OF, members);
            }
        }
    }

    /** A hundred: machines with their network cards and identities, stores, vaults, applications, and disks. */
    private static void resources(int account, int team, String group, CloudWriter writer) {
        AssetKey scope = AssetKey.of(AssetKind.CLOUD_RESOURCE, group);
        AssetKey subnet = writer.asset(
                AssetKind.SUBNET,
                group + "/providers/microsoft.network/virtualnetworks/n/subnets/web",
                Map.of("name", "web"));
        AssetKey rules =
                resource(AssetKind.NETWORK_RULE_SET, scope, "network/networksecuritygroups/web", rules(), writer);
        writer.relation(subnet, RelationType.GUARDED_BY, rules);
        for (int i = 0; i < 15; i++) {
            AssetKey machine = resource(
                    AssetKind.VIRTUAL_MACHINE, scope, "compute/virtualmachines/m" + i, Map.of("name", "m" + i), writer);
            AssetKey card = resource(
                    AssetKind.CLOUD_RESOURCE,
                    scope,
                    "network/networkinterfaces/m" + i,
                    Map.of("type", "microsoft.network/networkinterfaces"),
                    writer);
            writer.relation(subnet, RelationType.CONTAINS, card);
            writer.relation(card, RelationType.ROUTES_TO, machine);
            String name = account + "-" + team + "-" + i;
            AssetKey identity = resource(
                    AssetKind.IDENTITY,
                    scope,
                    "managedidentity/userassignedidentities/m" + i,
                    Map.of("name", "m" + i),
                    writer);
            writer.relation(machine, RelationType.RUNS_AS, identity);
            writer.relation(identity, RelationType.CAN_AUTHENTICATE_AS, principal("machine-" + name));
            assign(
                    writer,
                    principal("machine-" + name),
                    group + "/providers/microsoft.storage/storageaccounts/a" + i % 10,
                    BLOB_READER);
            if (i == 0) {
                writer.relation(
                        resource(AssetKind.CLOUD_RESOURCE, scope, "network/publicipaddresses/m" + i, Map.of(), writer),
                        RelationType.ROUTES_TO,
                        card);
                writer.vulnerable(machine);
            }
        }
        for (int i = 0; i < 10; i++) {
            AssetKey store = resource(
                    AssetKind.DATA_STORE, scope, "storage/storageaccounts/a" + i, Map.of("name", "a" + i), writer);
            resource(AssetKind.WEB_APP, scope, "web/sites/w" + i, Map.of("name", "w" + i), writer);
            if (i == 0) {
                writer.personalData(store);
            }
        }
        for (int i = 0; i < 3; i++) {
            resource(AssetKind.SECRET_STORE, scope, "keyvault/vaults/v" + i, Map.of("name", "v" + i), writer);
            resource(AssetKind.DATA_STORE, scope, "sql/servers/q" + i, Map.of("name", "q" + i), writer);
        }
        for (int i = 0; i < 28; i++) {
            resource(AssetKind.CLOUD_RESOURCE, scope, "compute/disks/d" + i, Map.of("name", "d" + i), writer);
        }
    }

    private static Map<String, List<String>> rules() {
        return Map.of("rules", List.of("in allow 100 tcp 443 Internet", DEFAULTS.get(0), DEFAULTS.get(1)));
    }

    private static AssetKey resource(
            AssetKind kind, AssetKey group, String path, Map<String, ?> values, CloudWriter writer) {
        AssetKey key = writer.asset(kind, group.value() + "/providers/microsoft." + path, values);
        writer.relation(group, RelationType.CONTAINS, key);
        return key;
    }
}
