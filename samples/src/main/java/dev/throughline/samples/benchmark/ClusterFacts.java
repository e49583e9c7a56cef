package dev.throughline.samples.benchmark;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a cluster says of a service: workload, container, pods, service account, secret, and how it is reached. One in ten
 * is open to the internet, one in ten has a database with personal data, one in fifty is privileged.
 */
final class ClusterFacts implements ServiceFacts {
    private static final int NODES = 50;
    private static final int PODS = 2;
    private static final String READ_SECRETS =
            new RbacRule(List.of("get", "list"), List.of(""), List.of("secrets"), List.of()).toString();

    @Override
    public void tell(Service service, FactSink sink) {
        Random random = service.random(1);
        AssetKey space = AssetKey.inCluster(AssetKind.NAMESPACE, service.cluster(), service.team());
        AssetKey workload = AssetKey.workload(service.cluster(), service.team(), "Deployment", service.name());
        AssetKey secret = inNamespace(AssetKind.SECRET_OBJECT, service, service.name() + "-db");

        sink.accept(new Relation(AssetKey.of(AssetKind.CLUSTER, service.cluster()), RelationType.CONTAINS, space));
        sink.accept(AssetKind.WORKLOAD.create(
                workload,
                Map.of(
                        "name",
                        service.name(),
                        "namespace",
                        service.team(),
                        "type",
                        "Deployment",
                        "replicas",
                        (long) PODS,
                        "labels",
                        List.of("app=" + service.name(), "version=" + service.version()))));
        sink.accept(new Relation(space, RelationType.CONTAINS, workload));
        tellOfSecret(service, space, workload, secret, sink);
        tellOfContainer(service, workload, random.nextInt(50) == 0, sink);
        tellOfEntry(service, space, workload, random.nextInt(10) == 0, sink);
        tellOfIdentity(service, space, workload, random.nextInt(4) == 0, sink);
        for (int i = 0; i < PODS; i++) {
            tellOfPod(service, workload, i, random.nextInt(NODES), sink);
        }
        if (service.number() % 10 == 0) {
            tellOfData(service, secret, sink);
        }
    }

    private static void tellOfSecret(
            Service service, AssetKey space, AssetKey workload, AssetKey secret, FactSink sink) {
        sink.accept(AssetKind.SECRET_OBJECT.create(
                secret,
                Map.of(
                        "name",
                        service.name() + "-db",
                        "type",
                        "Opaque",
                        "entries",
                        List.of("password-" + service.release(), "user"))));
        sink.accept(new Relation(space, RelationType.CONTAINS, secret));
        sink.accept(new Relation(workload, RelationType.MOUNTS, secret));
    }

    private static void tellOfContainer(Service service, AssetKey workload, boolean privileged, FactSink sink) {
        AssetKey container = AssetKey.of(AssetKind.CONTAINER, workload.value() + "/app");
        String reference = "ghcr.io/" + service.organization() + "/" + service.name() + ":" + service.version();
        sink.accept(AssetKind.CONTAINER.create(
                container, Map.of("name", "app", "image", reference, "privileged", privileged)));
        sink.accept(new Relation(workload, RelationType.CONTAINS, container));
        sink.accept(
                new Relation(container, RelationType.CREATED_FROM, service.image(), Map.of("reference", reference)));
    }

    private static void tellOfEntry(Service service, AssetKey space, AssetKey workload, boolean open, FactSink sink) {
        AssetKey entry = inNamespace(AssetKind.KUBERNETES_SERVICE, service, service.name());
        sink.accept(AssetKind.KUBERNETES_SERVICE.create(
                entry,
                Map.of(
                        "name",
                        service.name(),
                        "type",
                        open ? "LoadBalancer" : "ClusterIP",
                        "ports",
                        List.of("80/TCP->" + (8080 + service.release())))));
        sink.accept(new Relation(space, RelationType.CONTAINS, entry));
        sink.accept(new Relation(entry, RelationType.ROUTES_TO, workload));
    }

    private static void tellOfIdentity(
            Service service, AssetKey space, AssetKey workload, boolean readsSecrets, FactSink sink) {
        AssetKey account = inNamespace(AssetKind.SERVICE_ACCOUNT, service, service.name());
        AssetKey role = inNamespace(AssetKind.ROLE, service, "reader");
        sink.accept(AssetKind.SERVICE_ACCOUNT.create(
                account, Map.of("name", service.name(), "annotations", List.of("version=" + service.version()))));
        sink.accept(AssetKind.ROLE.create(role, Map.of("name", "reader", "rules", List.of(READ_SECRETS))));
        sink.accept(new Relation(space, RelationType.CONTAINS, account));
        sink.accept(new Relation(space, RelationType.CONTAINS, role));
        sink.accept(new Relation(workload, RelationType.RUNS_AS, account));
        if (readsSecrets) {
            sink.accept(new Relation(account, RelationType.HAS_ROLE, role, Map.of("scope", service.team())));
        }
    }

    private static void tellOfPod(Service service, AssetKey workload, int index, int node, FactSink sink) {
        String name = service.name() + "-" + service.release() + "-" + index;
        AssetKey pod = inNamespace(AssetKind.POD, service, name);
        sink.accept(AssetKind.POD.create(pod, Map.of("name", name, "phase", "Running")));
        sink.accept(new Relation(workload, RelationType.CONTAINS, pod));
        sink.accept(new Relation(
                pod, RelationType.SCHEDULED_ON, AssetKey.inCluster(AssetKind.NODE, service.cluster(), "node" + node)));
    }

    private static void tellOfData(Service service, AssetKey secret, FactSink sink) {
        AssetKey store =
                AssetKey.of(AssetKind.DATA_STORE, "arn:aws:rds:eu-west-1:111122223333:db:db" + service.number());
        sink.accept(AssetKind.DATA_STORE.create(store, Map.of("name", "db" + service.number())));
        sink.accept(new Relation(secret, RelationType.CAN_AUTHENTICATE_TO, store));
        sink.accept(new Relation(
                store, RelationType.CLASSIFIED_AS, AssetKey.of(AssetKind.DATA_CLASSIFICATION, "personal-data")));
    }

    private static AssetKey inNamespace(AssetKind kind, Service service, String name) {
        return AssetKey.inNamespace(kind, service.cluster(), service.team(), name);
    }
}
