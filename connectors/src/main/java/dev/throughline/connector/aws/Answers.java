package dev.throughline.connector.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Knows an answer by its members: which reader takes the elements of each, which are about one thing, which tell nothing. */
final class Answers {
    /** Members that are lists, and what reads each element. */
    private static final Map<String, BiConsumer<Item, Facts>> LISTS = Map.ofEntries(
            Map.entry("Reservations", Compute::reservation),
            Map.entry("NetworkInterfaces", Compute::describedInterface),
            Map.entry("Addresses", Compute::address),
            Map.entry("Vpcs", Networks::vpc),
            Map.entry("Subnets", Networks::subnet),
            Map.entry("InternetGateways", Networks::internetGateway),
            Map.entry("RouteTables", Networks::routeTable),
            Map.entry("NetworkAcls", Networks::networkAcl),
            Map.entry("SecurityGroups", Networks::securityGroup),
            Map.entry("LoadBalancers", Balancers::loadBalancer),
            Map.entry("LoadBalancerDescriptions", Balancers::classic),
            Map.entry("Listeners", Balancers::listener),
            Map.entry("Rules", Balancers::rule),
            Map.entry("TargetGroups", Balancers::targetGroup),
            Map.entry("TargetHealthDescriptions", Balancers::health),
            Map.entry("services", Containers::service),
            Map.entry("tasks", Containers::task),
            Map.entry("repositories", Images::repository),
            Map.entry("imageDetails", Images::image),
            Map.entry("imageIds", Images::image),
            Map.entry("Functions", Functions::function),
            Map.entry("Items", Functions::api),
            Map.entry("items", Functions::api),
            Map.entry("DBInstances", Stores::database),
            Map.entry("DBClusters", Stores::databaseCluster),
            Map.entry("Clusters", Stores::warehouse),
            Map.entry("Buckets", Buckets::listed),
            Map.entry("SecretList", Stores::secret),
            Map.entry("Parameters", Stores::parameter),
            Map.entry("Keys", Stores::key),
            Map.entry("UserDetailList", Iam::user),
            Map.entry("Users", Iam::user),
            Map.entry("GroupDetailList", Iam::group),
            Map.entry("Groups", Iam::group),
            Map.entry("RoleDetailList", Iam::role),
            Map.entry("Roles", Iam::role),
            Map.entry("InstanceProfiles", Iam::profile),
            Map.entry("AccessKeyMetadata", Iam::accessKey),
            Map.entry("Policies", Answers::policies),
            Map.entry("Accounts", OrganizationReader::account),
            Map.entry("Roots", OrganizationReader::unit),
            Map.entry("OrganizationalUnits", OrganizationReader::unit),
            Map.entry("Targets", OrganizationReader::target),
            Map.entry("Stacks", Others::stack),
            Map.entry("projects", Others::project),
            Map.entry("associations", Containers::association),
            Map.entry("configurationItems", ConfigItems::read),
            Map.entry("baseConfigurationItems", ConfigItems::read));

    /** Members that are about one thing. */
    private static final Map<String, BiConsumer<Item, Facts>> SINGLES = Map.ofEntries(
            Map.entry("taskDefinition", Containers::definition),
            Map.entry("cluster", Containers::cluster),
            Map.entry("association", Containers::association),
            Map.entry("Role", Iam::role),
            Map.entry("User", Iam::user),
            Map.entry("InstanceProfile", Iam::profile),
            Map.entry("Table", Stores::table),
            Map.entry("KeyMetadata", Stores::key),
            Map.entry("Attributes", Stores::attributes),
            Map.entry("configurationItem", ConfigItems::read));

    /** Members that only list names, or are about what is not modelled. */
    private static final Set<String> SILENT = Set.of(
            "ResponseMetadata",
            "clusterArns",
            "serviceArns",
            "taskArns",
            "taskDefinitionArns",
            "clusters",
            "failures",
            "Regions",
            "Tags",
            "QueryInfo",
            "QueueUrls",
            "TopicArns",
            "Topics",
            "Parents",
            "Children",
            "PolicyStatus",
            "Owner",
            "functionUrls");

    /** Members of answers about one thing that are read together. */
    private static final Set<String> WHOLE =
            Set.of("Policy", "Configuration", "FunctionUrlConfigs", "FunctionUrl", "TableNames", "Results", "Bucket");

    /** Of virtual machines, of which there are most: how they were made, not what they can reach. */
    private static final JsonShape SHAPE = new JsonShape(
            Map.of(),
            Map.of(
                    "Instances",
                    Set.of(
                            "Architecture",
                            "BlockDeviceMappings",
                            "ClientToken",
                            "CpuOptions",
                            "EbsOptimized",
                            "EnaSupport",
                            "Hypervisor",
                            "LaunchTime",
                            "Monitoring",
                            "Placement",
                            "RootDeviceName",
                            "RootDeviceType",
                            "VirtualizationType"),
                    "NetworkInterfaces",
                    Set.of("Attachment", "MacAddress", "SourceDestCheck")));

    private Answers() {}

    /** {@code iam list-policies} and the account's details, or the policies of Organizations. */
    private static void policies(Item item, Facts facts) {
        if (String.valueOf(item.text("Arn")).contains(":organizations::")) {
            OrganizationReader.attached(item, facts);
        } else {
            Iam.managed(item, facts);
        }
    }

    /**
     * Reads a document while it passes by, the lists in it element by element, and returns what stands around them. Says so
     * if it is no answer that is known.
     */
    static Fields read(JsonStream document, Place place, FactSink sink) {
        Facts facts = new Facts(place, sink);
        if (document.isArray()) {
            document.elements(element -> item(element.read(), facts));
            return Fields.NONE;
        }
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        document.members((name, value) -> {
            BiConsumer<Item, Facts> reader = LISTS.get(name);
            if (reader != null && value.isArray()) {
                value.elements(element -> each(List.of(element.read(SHAPE)), reader, facts));
                around.putArray(name);
            } else {
                around.set(name, value.read().node());
            }
        });
        Fields rest = document.of(around);
        read(rest, facts);
        return rest;
    }

    /** Reads an answer that is in memory. */
    static void read(Fields answer, Place place, FactSink sink) {
        Facts facts = new Facts(place, sink);
        for (String member : answer.names()) {
            BiConsumer<Item, Facts> reader = LISTS.get(member);
            if (reader != null && answer.get(member).node().isArray()) {
                each(answer.list(member), reader, facts);
            }
        }
        read(answer, facts);
    }

    private static void read(Fields document, Facts facts) {
        Item answer = new Item(document);
        if (ConfigItems.isOne(answer)) {
            item(document, facts);
            return;
        }
        boolean known = whole(answer, facts);
        for (String member : document.names()) {
            BiConsumer<Item, Facts> reader = LISTS.get(member);
            BiConsumer<Item, Facts> single = SINGLES.get(member);
            Fields value = document.get(member);
            boolean list = reader != null && (value.isAbsent() || value.node().isArray());
            if (single != null && value.node().isObject()) {
                each(List.of(value), single, facts);
            } else if (!list && !SILENT.contains(member)) {
                continue;
            }
            known = true;
        }
        if (!known) {
            throw new WrongShape("", "not an answer of AWS that is read here");
        }
    }

    private static void each(List<Fields> values, BiConsumer<Item, Facts> reader, Facts facts) {
        Records.each(
                values, facts.sink(), (value, held) -> reader.accept(new Item(value), new Facts(facts.place(), held)));
    }

    private static void item(Fields value, Facts facts) {
        if (!value.node().isObject() || !ConfigItems.isOne(new Item(value))) {
            throw new WrongShape(value.pointer(), "not an item of AWS Config");
        }
        each(List.of(value), ConfigItems::read, facts);
    }

    private static boolean whole(Item answer, Facts facts) {
        if (WHOLE.stream().noneMatch(answer.fields()::has)) {
            return false;
        }
        Fields policy = answer.get("Policy");
        Records.one(answer.fields(), facts.sink(), (value, held) -> {
            Facts own = new Facts(facts.place(), held);
            if (answer.has("Bucket") && answer.get("Bucket").node().isTextual()) {
                Buckets.described(answer.requiredText("Bucket"), answer, own);
            } else if (policy.node().isObject() && policy.has("PolicySummary")) {
                OrganizationReader.policy(new Item(policy), own);
            } else if (policy.node().isObject() && policy.has("Arn")) {
                Iam.managed(new Item(policy), own);
            } else if (answer.has("Policy")) {
                ResourcePolicies.read(answer, own);
            } else if (answer.has("Configuration")) {
                Functions.described(answer, own);
            } else if (answer.has("FunctionUrlConfigs")) {
                Functions.urls(answer, own);
            } else if (answer.has("FunctionUrl")) {
                Functions.url(answer, own);
            }
        });
        if (answer.has("TableNames")) {
            each(
                    answer.get("TableNames").elements(),
                    (name, own) -> Stores.tableName(name.fields().text(), own),
                    facts);
        }
        if (answer.has("Results")) {
            each(answer.get("Results").elements(), Answers::result, facts);
        }
        return true;
    }

    /** {@code configservice select-resource-config} gives each item as a string. */
    private static void result(Item result, Facts facts) {
        try {
            Item item =
                    new Item(Json.parse(result.fields().text(), result.fields().file(), JsonLimits.DEFAULT));
            if (item.has("resourceType")) {
                ConfigItems.read(item, facts);
            } else {
                selected(item, facts);
            }
        } catch (SourceException e) {
            throw new WrongShape(result.fields().pointer(), "not an item of AWS Config");
        }
    }

    /** A query may leave the type out; functions are known by their configuration. */
    private static void selected(Item item, Facts facts) {
        if (!item.object("configuration").has("functionArn")) {
            throw new WrongShape("", "the type of the item is not known: select resourceType");
        }
        Functions.function(item.object("configuration"), facts);
    }
}
