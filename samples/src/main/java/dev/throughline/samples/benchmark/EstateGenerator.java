package dev.throughline.samples.benchmark;

import com.google.common.hash.Hashing;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RbacRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes an estate of any size, always the same for the same seed: services, each with its repository, pipeline, image,
 * workload, identity and findings, in clusters of 500, as three sources would tell of them.
 */
final class EstateGenerator {
    /** Assets that one service brings along, but for packages and vulnerabilities, which services share. */
    static final int ASSETS_PER_SERVICE = 16;

    private static final int OWN_RELATIONS = 24;
    private static final int SERVICES_PER_CLUSTER = 500;
    private static final int SERVICES_PER_PARTITION = 10;
    private static final int PACKAGES = 5_000;
    private static final int VULNERABILITIES = 1_000;

    private final int services;
    private final int packagesPerImage;
    private final long seed;
    private final int changed;

    private EstateGenerator(int services, int packagesPerImage, long seed, int changed) {
        this.services = services;
        this.packagesPerImage = packagesPerImage;
        this.seed = seed;
        this.changed = changed;
    }

    /** An estate of about this many assets and relations. */
    static EstateGenerator of(int assets, int relations) {
        int services = Math.max(1, assets / ASSETS_PER_SERVICE);
        return new EstateGenerator(services, Math.max(1, relations / services - OWN_RELATIONS), 42, 0);
    }

    /** The same estate after a release of every service in the first partitions, as many as {@code percent} of all. */
    EstateGenerator after(int percent) {
        return new EstateGenerator(services, packagesPerImage, seed, Math.max(1, services * percent / 100));
    }

    /** All sources, one of each kind for every cluster. */
    List<Connector> sources() {
        List<Connector> sources = new ArrayList<>();
        for (int first = 0; first < services; first += SERVICES_PER_CLUSTER) {
            int cluster = first / SERVICES_PER_CLUSTER;
            int last = Math.min(services, first + SERVICES_PER_CLUSTER);
            sources.add(source(new Scope("github", "org" + cluster), first, last, this::code));
            sources.add(source(new Scope("kubernetes", "cluster" + cluster), first, last, this::runtime));
            sources.add(source(new Scope("trivy", "org" + cluster), first, last, this::scan));
        }
        return sources;
    }

    private interface Facts {
        void of(int service, FactSink sink);
    }

    private static Connector source(Scope scope, int first, int last, Facts facts) {
        List<Partition> partitions = new ArrayList<>();
        for (int start = first; start < last; start += SERVICES_PER_PARTITION) {
            partitions.add(partition(start, Math.min(last, start + SERVICES_PER_PARTITION), facts));
        }
        return new Connector() {
            @Override
            public Scope scope() {
                return scope;
            }

            @Override
            public Listing list() {
                return Listing.complete(partitions);
            }
        };
    }

    private static Partition partition(int start, int end, Facts facts) {
        return new Partition() {
            @Override
            public String name() {
                return "services/" + start;
            }

            @Override
            public Completeness read(FactSink sink) {
                for (int service = start; service < end; service++) {
                    facts.of(service, sink);
                }
                return Completeness.complete();
            }
        };
    }

    private int release(int service) {
        return service < changed ? 2 : 1;
    }

    private static String hex(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    private static AssetKey repository(int service) {
        return AssetKey.repository("github.com/org" + service / SERVICES_PER_CLUSTER + "/service" + service);
    }

    private AssetKey image(int service) {
        return AssetKey.image(new Digest("sha256", hex("image " + service + " " + release(service))));
    }

    private void code(int service, FactSink sink) {
        AssetKey repository = repository(service);
        AssetKey organization = AssetKey.organization("github.com", "org" + service / SERVICES_PER_CLUSTER);
        AssetKey pipeline = AssetKey.inRepository(AssetKind.PIPELINE, repository, ".github/workflows/release.yml");
        AssetKey run = AssetKey.run(repository, String.valueOf(1_000_000L * release(service) + service));
        AssetKey commit = AssetKey.commit(
                repository, hex("commit " + service + " " + release(service)).substring(0, 40));
        AssetKey tag = AssetKey.imageTag(ImageReference.parse("ghcr.io/org" + service / SERVICES_PER_CLUSTER
                + "/service" + service + ":" + release(service) + ".0.0"));
        AssetKey team =
                AssetKey.of(AssetKind.TEAM, "github.com/org" + service / SERVICES_PER_CLUSTER + "/team" + service % 40);
        sink.accept(asset(
                AssetKind.REPOSITORY,
                repository,
                "name",
                "service" + service,
                "defaultBranch",
                "main",
                "archived",
                false));
        sink.accept(
                asset(AssetKind.PIPELINE, pipeline, "name", "release", "state", "active", "triggers", List.of("push")));
        sink.accept(asset(AssetKind.PIPELINE_RUN, run, "event", "push", "conclusion", "success", "branch", "main"));
        sink.accept(asset(
                AssetKind.COMMIT,
                commit,
                "sha",
                commit.value().substring(commit.value().length() - 40)));
        relate(sink, organization, RelationType.CONTAINS, repository);
        relate(sink, repository, RelationType.DEFINES, pipeline);
        relate(sink, repository, RelationType.CONTAINS, commit);
        relate(sink, pipeline, RelationType.RAN, run);
        relate(sink, run, RelationType.ON_COMMIT, commit);
        sink.accept(new Relation(run, RelationType.PUSHED, image(service), Map.of("method", "container-mapping")));
        relate(sink, tag, RelationType.TAGGED, image(service));
        sink.accept(new Relation(team, RelationType.OWNS, repository, Map.of("pattern", "*")));
    }

    private void runtime(int service, FactSink sink) {
        Random random = new Random(seed + service);
        String cluster = "cluster" + service / SERVICES_PER_CLUSTER;
        String namespace = "team" + service % 40;
        String name = "service" + service;
        AssetKey workload = AssetKey.workload(cluster, namespace, "Deployment", name);
        AssetKey container = AssetKey.of(AssetKind.CONTAINER, workload.value() + "/app");
        AssetKey account = AssetKey.inNamespace(AssetKind.SERVICE_ACCOUNT, cluster, namespace, name);
        AssetKey secret = AssetKey.inNamespace(AssetKind.SECRET_OBJECT, cluster, namespace, name + "-db");
        AssetKey entry = AssetKey.inNamespace(AssetKind.KUBERNETES_SERVICE, cluster, namespace, name);
        AssetKey role = AssetKey.inNamespace(AssetKind.ROLE, cluster, namespace, "reader");
        AssetKey space = AssetKey.inCluster(AssetKind.NAMESPACE, cluster, namespace);
        sink.accept(asset(
                AssetKind.WORKLOAD,
                workload,
                "name",
                name,
                "namespace",
                namespace,
                "type",
                "Deployment",
                "replicas",
                2L));
        sink.accept(asset(AssetKind.CONTAINER, container, "name", "app", "privileged", random.nextInt(50) == 0));
        sink.accept(asset(AssetKind.SERVICE_ACCOUNT, account, "name", name));
        sink.accept(asset(AssetKind.SECRET_OBJECT, secret, "name", name + "-db", "type", "Opaque"));
        sink.accept(asset(
                AssetKind.KUBERNETES_SERVICE,
                entry,
                "name",
                name,
                "type",
                random.nextInt(10) == 0 ? "LoadBalancer" : "ClusterIP",
                "ports",
                List.of("80/TCP->8080")));
        sink.accept(asset(
                AssetKind.ROLE,
                role,
                "name",
                "reader",
                "rules",
                List.of(new RbacRule(List.of("get", "list"), List.of(""), List.of("secrets"), List.of()).toString())));
        relate(sink, AssetKey.of(AssetKind.CLUSTER, cluster), RelationType.CONTAINS, space);
        for (AssetKey object : List.of(workload, account, secret, entry, role)) {
            relate(sink, space, RelationType.CONTAINS, object);
        }
        relate(sink, workload, RelationType.CONTAINS, container);
        relate(sink, container, RelationType.CREATED_FROM, image(service));
        relate(sink, workload, RelationType.RUNS_AS, account);
        relate(sink, workload, RelationType.MOUNTS, secret);
        relate(sink, entry, RelationType.ROUTES_TO, workload);
        if (random.nextInt(4) == 0) {
            sink.accept(new Relation(account, RelationType.HAS_ROLE, role, Map.of("scope", namespace)));
        }
        for (int i = 0; i < 2; i++) {
            AssetKey pod = AssetKey.inNamespace(AssetKind.POD, cluster, namespace, name + "-" + i);
            AssetKey node = AssetKey.inCluster(AssetKind.NODE, cluster, "node" + random.nextInt(50));
            sink.accept(asset(AssetKind.POD, pod, "name", name + "-" + i, "phase", "Running"));
            relate(sink, workload, RelationType.CONTAINS, pod);
            relate(sink, pod, RelationType.SCHEDULED_ON, node);
        }
        if (service % 10 == 0) {
            AssetKey store = AssetKey.of(AssetKind.DATA_STORE, "arn:aws:rds:eu-west-1:111122223333:db:db" + service);
            sink.accept(asset(AssetKind.DATA_STORE, store, "name", "db" + service));
            relate(sink, secret, RelationType.CAN_AUTHENTICATE_TO, store);
            relate(
                    sink,
                    store,
                    RelationType.CLASSIFIED_AS,
                    AssetKey.of(AssetKind.DATA_CLASSIFICATION, "personal-data"));
        }
    }

    private void scan(int service, FactSink sink) {
        Random random = new Random(seed * 31 + service);
        AssetKey image = image(service);
        sink.accept(asset(AssetKind.CONTAINER_IMAGE, image, "architecture", "amd64", "os", "linux"));
        for (int i = 0; i < packagesPerImage; i++) {
            int number = random.nextInt(PACKAGES);
            AssetKey found = AssetKey.of(
                    AssetKind.SOFTWARE_PACKAGE, "pkg:maven/org.example/library" + number + "@1.0." + number % 7);
            sink.accept(asset(AssetKind.SOFTWARE_PACKAGE, found, "type", "maven", "name", "library" + number));
            relate(sink, image, RelationType.HAS_PACKAGE, found);
        }
        for (int i = 0; i < 3; i++) {
            int number = random.nextInt(VULNERABILITIES);
            boolean takesOver = number % 20 == 0;
            AssetKey vulnerability = AssetKey.vulnerability("CVE-2026-" + (10_000 + number));
            AssetKey weakness = AssetKey.of(AssetKind.WEAKNESS, hex("weakness " + image + number));
            sink.accept(asset(
                    AssetKind.VULNERABILITY,
                    vulnerability,
                    "cvssScore",
                    takesOver ? 9.8 : 5.3,
                    "cvssVector",
                    takesOver
                            ? "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
                            : "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L"));
            sink.accept(asset(AssetKind.WEAKNESS, weakness, "title", vulnerability.value(), "tool", "Trivy"));
            relate(sink, weakness, RelationType.AFFECTS, image);
            relate(sink, weakness, RelationType.INSTANCE_OF, vulnerability);
        }
    }

    private static void relate(FactSink sink, AssetKey from, RelationType type, AssetKey to) {
        sink.accept(new Relation(from, type, to));
    }

    private static Asset asset(AssetKind kind, AssetKey key, Object... namesAndValues) {
        Map<String, Object> values = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return kind.create(key, values);
    }
}
