package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.connector.kubernetes.PodSpec.PortSpec;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Container;
import dev.throughline.model.Pod;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.List;

/** Workloads with their containers and pods. */
final class WorkloadFacts implements NamespaceFacts {
    private final Keys keys;

    WorkloadFacts(Keys keys) {
        this.keys = keys;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        for (RunningWorkload workload : here.all()) {
            AssetKey key = keys.workload(workload.name());
            PodSpec spec = workload.template().spec();
            ObjectName account = new ObjectName(namespace, spec.serviceAccount());
            sink.accept(asset(key, workload));
            sink.accept(new Relation(keys.namespace(namespace), RelationType.CONTAINS, key));
            sink.accept(new Relation(key, RelationType.RUNS_AS, keys.of(AssetKind.SERVICE_ACCOUNT, account)));
            for (ContainerSpec container : workload.containers()) {
                AssetKey containerKey = Keys.container(key, container.name());
                sink.accept(asset(containerKey, container));
                sink.accept(new Relation(key, RelationType.CONTAINS, containerKey));
            }
            workload.pods().forEach(p -> pod(key, p, sink));
        }
    }

    private static Workload asset(AssetKey key, RunningWorkload workload) {
        PodSpec spec = workload.template().spec();
        return new Workload(
                key,
                workload.name().name(),
                workload.name().namespace(),
                workload.name().kind(),
                workload.replicas(),
                spec.hostNetwork(),
                spec.hostPid(),
                spec.hostIpc(),
                spec.shareProcessNamespace(),
                spec.automountToken(),
                Manifest.texts(workload.template().labels()),
                workload.annotations(),
                spec.tokenAudiences());
    }

    private static Container asset(AssetKey key, ContainerSpec container) {
        PodSpec.Security security = container.security();
        List<String> ports = new ArrayList<>();
        List<String> hostPorts = new ArrayList<>();
        for (PortSpec port : container.ports()) {
            ports.add(port(port));
            if (port.hostPort() != null) {
                hostPorts.add(port.hostPort() + "/" + port.protocol());
            }
        }
        return new Container(
                key,
                container.name(),
                container.image(),
                security.privileged(),
                security.runAsUser(),
                security.runAsNonRoot(),
                security.allowPrivilegeEscalation(),
                security.capabilities(),
                ports,
                hostPorts,
                container.type(),
                security.seccomp(),
                security.appArmor());
    }

    private static String port(PortSpec port) {
        return (port.name() == null ? "" : port.name() + "=") + port.number() + "/" + port.protocol();
    }

    private void pod(AssetKey workload, PodObject pod, FactSink sink) {
        AssetKey key = keys.of(AssetKind.POD, pod.name());
        sink.accept(new Pod(key, pod.name().name(), pod.phase(), pod.address()));
        sink.accept(new Relation(workload, RelationType.CONTAINS, key));
        if (pod.node() != null) {
            sink.accept(new Relation(key, RelationType.SCHEDULED_ON, keys.node(pod.node())));
        }
    }
}
