package dev.throughline;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.attack.AttackStep;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.finding.Finding;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small estate written down as facts, in the cluster {@code prod} and its namespace {@code shop}. It is a connector of
 * one partition, so tests go through the front door: {@code new Estate().workload("api").exposed("api").assess()}.
 */
public final class Estate implements Connector {
    /** When everything here happens. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    /** The cluster everything runs in. */
    public static final AssetKey CLUSTER = AssetKey.of(AssetKind.CLUSTER, "prod");

    /** The namespace everything runs in. */
    public static final AssetKey NAMESPACE = AssetKey.inCluster(AssetKind.NAMESPACE, "prod", "shop");

    private final Scope scope;
    private final List<Asset> assets = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private Completeness completeness = Completeness.complete();

    /** An empty estate. */
    public Estate() {
        this("test:estate");
    }

    /** An empty estate that a source of its own describes. */
    public Estate(String scope) {
        this.scope = Scope.parse(scope);
    }

    /** The key of a Deployment. */
    public static AssetKey workload(String name) {
        return AssetKey.workload("prod", "shop", "Deployment", name);
    }

    /** The key of the only container of a Deployment. */
    public static AssetKey container(String workload) {
        return inShop(AssetKind.CONTAINER, "Deployment/" + workload + "/app");
    }

    /** The key of an object in the namespace. */
    public static AssetKey inShop(AssetKind kind, String name) {
        return AssetKey.inNamespace(kind, "prod", "shop", name);
    }

    /** The key of a node. */
    public static AssetKey node(String name) {
        return AssetKey.inCluster(AssetKind.NODE, "prod", name);
    }

    /** The key of an image whose digest is one hex digit, repeated. */
    public static AssetKey image(char hex) {
        return AssetKey.image(digest(hex));
    }

    /** A digest of one hex digit, repeated. */
    public static Digest digest(char hex) {
        return new Digest("sha256", String.valueOf(hex).repeat(64));
    }

    /** The key of a finding whose name is one hex digit, repeated. */
    public static AssetKey weakness(char hex) {
        return AssetKey.of(AssetKind.WEAKNESS, String.valueOf(hex).repeat(64));
    }

    /** The key of a store in a cloud. */
    public static AssetKey store(String name) {
        return AssetKey.of(AssetKind.DATA_STORE, "arn:aws:rds:eu-west-1:1:db:" + name);
    }

    /** An asset of a kind in which everything is known. */
    public static Asset known(AssetKind kind) {
        Object[] values = new Object[kind.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(kind.attributeType(i), kind.attributes().get(i));
        }
        return kind.create(key(kind), values);
    }

    /** A key that an asset of a kind may have. */
    public static AssetKey key(AssetKind kind) {
        return switch (kind) {
            case INTERNET -> AssetKey.INTERNET;
            case ANONYMOUS -> AssetKey.ANONYMOUS;
            case ANY_GITHUB_USER -> AssetKey.ANY_GITHUB_USER;
            default -> AssetKey.of(kind, "some/" + kind.label());
        };
    }

    private static Object value(Class<?> type, String name) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> name.equals("pattern") ? "workload:*Größe 😀" : name + " Größe 😀";
            case "Boolean" -> true;
            case "Long" -> Long.MIN_VALUE + name.length();
            case "Double" -> 0.1 + name.length();
            case "Instant" -> Instant.parse("2026-11-22T12:00:00.123456789Z");
            case "List" ->
                name.equals("rules")
                        ? List.of("verbs=get groups= resources=pods names=")
                        : name.equals("jobs") ? List.of("job=build") : List.of(name, "", "b");
            default -> throw new AssertionError("no attribute may be a " + type);
        };
    }

    /** Adds an asset of the kind its key tells. */
    @CanIgnoreReturnValue
    public Estate asset(AssetKey key, Map<String, ?> values) {
        return asset(AssetKind.mentioned(key), key, values);
    }

    /** Adds an asset. */
    @CanIgnoreReturnValue
    public Estate asset(AssetKind kind, AssetKey key, Map<String, ?> values) {
        assets.add(kind.create(key, values));
        return this;
    }

    /** Adds a relation. */
    @CanIgnoreReturnValue
    public Estate relation(AssetKey from, RelationType type, AssetKey to) {
        return relation(from, type, to, Map.of());
    }

    /** Adds a relation with properties. */
    @CanIgnoreReturnValue
    public Estate relation(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
        relations.add(new Relation(from, type, to, properties));
        return this;
    }

    /** Adds a Deployment with one container. */
    @CanIgnoreReturnValue
    public Estate deployment(String name, Map<String, ?> values) {
        asset(workload(name), values);
        assets.add(AssetKind.WORKLOAD.create(
                workload(name), Map.of("name", name, "namespace", "shop", "type", "Deployment")));
        relation(CLUSTER, RelationType.CONTAINS, NAMESPACE);
        relation(NAMESPACE, RelationType.CONTAINS, workload(name));
        return relation(workload(name), RelationType.CONTAINS, container(name));
    }

    /** Adds a Deployment with one container. */
    @CanIgnoreReturnValue
    public Estate deployment(String name) {
        return deployment(name, Map.of());
    }

    /** Lets the container of a Deployment run an image. */
    @CanIgnoreReturnValue
    public Estate runs(String workload, AssetKey image) {
        return relation(container(workload), RelationType.CREATED_FROM, image);
    }

    /** Puts a Service of its name in front of a Deployment. */
    @CanIgnoreReturnValue
    public Estate service(String workload, Map<String, ?> values) {
        AssetKey service = inShop(AssetKind.KUBERNETES_SERVICE, workload);
        return asset(service, values).relation(service, RelationType.ROUTES_TO, workload(workload));
    }

    /** Puts a public load balancer in front of a Deployment. */
    @CanIgnoreReturnValue
    public Estate exposed(String workload) {
        return service(
                workload,
                Map.of("type", "LoadBalancer", "loadBalancerAddresses", List.of("203.0.113.7"), "ports", List.of()));
    }

    /** Runs a pod of a Deployment on a node. */
    @CanIgnoreReturnValue
    public Estate scheduled(String workload, String node) {
        AssetKey pod = inShop(AssetKind.POD, workload + "-0");
        asset(pod, Map.of("name", workload + "-0"));
        relation(workload(workload), RelationType.CONTAINS, pod);
        relation(CLUSTER, RelationType.CONTAINS, node(node));
        return relation(pod, RelationType.SCHEDULED_ON, node(node));
    }

    /** Adds a node. */
    @CanIgnoreReturnValue
    public Estate node(String name, Map<String, ?> values) {
        return asset(node(name), values).relation(CLUSTER, RelationType.CONTAINS, node(name));
    }

    /** Adds a finding at an asset that is a case of a vulnerability. */
    @CanIgnoreReturnValue
    public Estate vulnerable(AssetKey asset, char finding, String cve, Map<String, ?> values) {
        asset(weakness(finding), Map.of("title", cve));
        asset(AssetKey.vulnerability(cve), values);
        relation(weakness(finding), RelationType.AFFECTS, asset);
        return relation(weakness(finding), RelationType.INSTANCE_OF, AssetKey.vulnerability(cve));
    }

    /** Adds a service account that a Deployment runs as. */
    @CanIgnoreReturnValue
    public Estate runsAs(String workload, String account) {
        return account(account)
                .relation(workload(workload), RelationType.RUNS_AS, inShop(AssetKind.SERVICE_ACCOUNT, account));
    }

    /** Adds a service account. */
    @CanIgnoreReturnValue
    public Estate account(String name) {
        AssetKey account = inShop(AssetKind.SERVICE_ACCOUNT, name);
        return asset(account, Map.of("name", name)).relation(NAMESPACE, RelationType.CONTAINS, account);
    }

    /** Adds a secret of the namespace. */
    @CanIgnoreReturnValue
    public Estate secret(String name) {
        AssetKey secret = inShop(AssetKind.SECRET_OBJECT, name);
        relation(CLUSTER, RelationType.CONTAINS, NAMESPACE);
        return asset(secret, Map.of("name", name)).relation(NAMESPACE, RelationType.CONTAINS, secret);
    }

    /** Gives a service account a role with one rule, in a namespace or everywhere, by a binding named {@code given}. */
    @CanIgnoreReturnValue
    public Estate role(String account, String scope, String rule) {
        return roles(account, scope, rule);
    }

    /** Gives a service account a role with some rules, in a namespace or everywhere, by a binding named {@code given}. */
    @CanIgnoreReturnValue
    public Estate roles(String account, String scope, String... rules) {
        AssetKey subject = inShop(AssetKind.SERVICE_ACCOUNT, account);
        bound(subject, scope, rules);
        return relation(subject, RelationType.HAS_ROLE, inShop(AssetKind.ROLE, "given"), Map.of("scope", scope));
    }

    /** Binds a role with some rules to a subject, in a namespace or everywhere, by a binding named {@code given}. */
    @CanIgnoreReturnValue
    public Estate bound(AssetKey subject, String scope, String... rules) {
        AssetKey role = inShop(AssetKind.ROLE, "given");
        AssetKey binding = binding(scope);
        asset(role, Map.of("rules", List.of(rules))).asset(binding, Map.of("name", "given"));
        relation(binding, RelationType.BINDS, role);
        return relation(binding, RelationType.BINDS, subject);
    }

    /** The key of the binding that {@link #role} makes. */
    public static AssetKey binding(String scope) {
        return AssetKey.inNamespace(AssetKind.ROLE_BINDING, "prod", scope.equals("*") ? "-" : scope, "given");
    }

    /** Lets a person classify what fits a pattern. */
    @CanIgnoreReturnValue
    public Estate classified(char rule, String effect, String pattern, Map<String, ?> more) {
        AssetKey key =
                AssetKey.of(AssetKind.CLASSIFICATION_RULE, String.valueOf(rule).repeat(64));
        asset(key, more);
        return asset(key, Map.of("effect", effect, "pattern", pattern));
    }

    /** Marks this estate as read in part only. */
    @CanIgnoreReturnValue
    public Estate readInPart(String reason) {
        completeness = Completeness.partial(reason);
        return this;
    }

    /** Assesses this estate by all rules that come with the engine. */
    public Assessment assess() {
        return assess(this);
    }

    /** Assesses what several sources said. */
    public static Assessment assess(Connector... sources) {
        try (Throughline throughline = Throughline.inMemory().at(CLOCK)) {
            throughline.ingest(sources);
            return throughline.assess();
        }
    }

    /** The verdict on one factor of one asset. */
    public Verdict verdict(AssetKey asset, Factor factor) {
        return assess().factors().of(asset, factor);
    }

    /** The steps of one attack edge. */
    public List<AttackStep> steps(String edge) {
        return assess().attackGraph().steps().stream()
                .filter(step -> step.edge().equals(edge))
                .toList();
    }

    /** The finding with a key. */
    public Finding finding(AssetKey key) {
        return assess().allFindings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Listing list() {
        return Listing.complete(List.of(new Partition() {
            @Override
            public String name() {
                return "all";
            }

            @Override
            public Completeness read(FactSink sink) {
                assets.forEach(sink::accept);
                relations.forEach(sink::accept);
                return completeness;
            }
        }));
    }
}
