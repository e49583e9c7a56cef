package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.PortSpec;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Services, the workloads behind them, and the addresses before them. */
final class ServiceFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;
    private final Map<ObjectName, List<EndpointSliceObject>> slices = new HashMap<>();

    ServiceFacts(Keys keys, Dump dump) {
        this.keys = keys;
        this.dump = dump;
        for (EndpointSliceObject slice : dump.endpointSlices.all().values()) {
            if (slice.service() != null) {
                slices.computeIfAbsent(
                                new ObjectName(slice.name().namespace(), slice.service()), s -> new ArrayList<>())
                        .add(slice);
            }
        }
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        for (ServiceObject service : dump.services.in(namespace)) {
            AssetKey key = keys.of(AssetKind.KUBERNETES_SERVICE, service.name());
            sink.accept(asset(key, service));
            sink.accept(new Relation(keys.namespace(namespace), RelationType.CONTAINS, key));
            for (RunningWorkload workload : here.fitting(service::selects)) {
                AssetKey target = keys.workload(workload.name());
                sink.accept(new Relation(key, RelationType.SELECTS, target));
                Map<String, String> reached = reached(service, workload);
                if (!reached.isEmpty()) {
                    sink.accept(new Relation(key, RelationType.ROUTES_TO, target, reached));
                }
            }
            endpoints(key, service, here, sink);
            Map<String, String> listening = Routed.ports(
                    service.ports().stream().map(ServiceObject.Port::number).toList(),
                    service.ports().stream().map(ServiceObject.Port::protocol).toList());
            PublicAddresses.route(service.externalAddresses(), key, listening, sink);
            PublicAddresses.route(service.loadBalancerAddresses(), key, listening, sink);
        }
    }

    private KubernetesService asset(AssetKey key, ServiceObject service) {
        return new KubernetesService(
                key,
                service.name().name(),
                service.type(),
                service.ports().stream().map(ServiceObject.Port::toString).toList(),
                service.externalAddresses(),
                service.loadBalancerAddresses(),
                service.sourceRanges(),
                service.annotations(),
                service.loadBalancerClass(),
                service.selector().isEmpty()
                        ? slices(service)
                                .flatMap(s -> s.addresses().stream())
                                .distinct()
                                .sorted()
                                .toList()
                        : null);
    }

    /** Where a service without a selector leads, which somebody else wrote down. */
    private void endpoints(AssetKey key, ServiceObject service, Workloads here, FactSink sink) {
        if (!service.selector().isEmpty()) {
            return;
        }
        Map<AssetKey, Map<String, String>> targets = new TreeMap<>();
        slices(service).forEach(slice -> {
            Map<String, String> reached = Routed.ports(
                    slice.ports().stream().map(EndpointSliceObject.Port::number).toList(),
                    slice.ports().stream()
                            .map(EndpointSliceObject.Port::protocol)
                            .toList());
            for (String pod : slice.pods()) {
                WorkloadName workload = here.of(pod);
                if (workload != null) {
                    targets.put(keys.workload(workload), reached);
                }
            }
        });
        targets.forEach((target, reached) -> sink.accept(new Relation(key, RelationType.ROUTES_TO, target, reached)));
    }

    private Stream<EndpointSliceObject> slices(ServiceObject service) {
        return slices.getOrDefault(service.name(), List.of()).stream();
    }

    /** The ports of a workload that traffic for the service arrives on. */
    private static Map<String, String> reached(ServiceObject service, RunningWorkload workload) {
        List<Long> ports = new ArrayList<>();
        List<String> protocols = new ArrayList<>();
        for (ServiceObject.Port port : service.ports()) {
            List<Long> targets = targets(port, workload);
            if (!targets.isEmpty()) {
                ports.addAll(targets);
                protocols.add(port.protocol());
            }
        }
        return Routed.ports(ports, protocols);
    }

    /** A number need not be declared by a container to be reached; a name must. */
    private static List<Long> targets(ServiceObject.Port port, RunningWorkload workload) {
        if (port.target().matches("[0-9]{1,5}")) {
            return List.of(Long.valueOf(port.target()));
        }
        return workload.containers().stream()
                .flatMap(c -> c.ports().stream())
                .filter(p ->
                        Objects.equals(p.name(), port.target()) && p.protocol().equals(port.protocol()))
                .map(PortSpec::number)
                .toList();
    }
}
