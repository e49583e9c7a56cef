package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.exposure.Exposure;
import dev.throughline.risk.exposure.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Workloads of Kubernetes: reached by a Service (LoadBalancer, external addresses, NodePort), by an Ingress or Gateway whose
 * controller is exposed, or by a port of the node itself; and a NetworkPolicy lets it in.
 *
 * <p>"No" needs the services of the cluster to have been read: then nothing that was read leads there.
 */
public final class KubernetesExposure implements Exposure {
    @Override
    public void judge(RiskGraph graph, Consumer<Verdict> verdicts) {
        Set<String> clustersWithServices = graph.assets(KubernetesService.class)
                .map(service -> cluster(service.key()))
                .collect(Collectors.toSet());
        ServiceWays services = new ServiceWays(graph);
        NodeWays nodes = new NodeWays(graph);
        PolicyFilter policies = new PolicyFilter(graph);
        IngressWays ingresses = new IngressWays(graph, services, nodes, policies);
        graph.assets(Workload.class).forEach(workload -> {
            List<Way> ways = new ArrayList<>();
            ways.addAll(services.fromOutside(workload, policies));
            ways.addAll(ingresses.to(workload));
            nodes.to(workload).forEach(ways::add);
            verdicts.accept(
                    ways.isEmpty()
                            ? withoutWay(workload.key(), clustersWithServices.contains(cluster(workload.key())))
                            : Way.verdict(workload.key(), ways));
        });
    }

    private static Verdict withoutWay(AssetKey workload, boolean servicesRead) {
        return servicesRead
                ? Verdict.no(
                        workload,
                        Factor.INTERNET_EXPOSED,
                        Evidence.of("nothing outside the cluster is routed to it", workload))
                : Verdict.unknown(workload, Factor.INTERNET_EXPOSED, "the services of its cluster were not read");
    }

    private static String cluster(AssetKey key) {
        return key.value().substring(0, key.value().indexOf('/'));
    }
}
