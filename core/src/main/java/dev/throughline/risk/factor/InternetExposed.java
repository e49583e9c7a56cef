package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A network path leads from the internet to the workload, through every filter on the way that was read: by a Service
 * (LoadBalancer, external addresses, NodePort), by an Ingress or Gateway whose controller is exposed, or by a port of the
 * node itself; and a NetworkPolicy lets it in. The field {@code width} is wide or narrow.
 *
 * <p>"No" needs the services of the cluster to have been read: then nothing that was read leads there.
 */
final class InternetExposed implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.INTERNET_EXPOSED;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        RiskGraph graph = situation.graph();
        Set<String> clustersWithServices = graph.assets(KubernetesService.class)
                .map(service -> cluster(service.key()))
                .collect(Collectors.toSet());
        ServiceWays services = new ServiceWays(graph);
        IngressWays ingresses = new IngressWays(graph, services);
        NodeWays nodes = new NodeWays(graph);
        PolicyFilter policies = new PolicyFilter(graph);
        graph.assets(Workload.class).forEach(workload -> {
            List<Way> ways = new ArrayList<>();
            services.to(workload).forEach(way -> ways.add(policies.fromOutside(way, workload)));
            ingresses.to(workload, policies).forEach(ways::add);
            nodes.to(workload).forEach(ways::add);
            verdicts.accept(verdict(workload.key(), ways, clustersWithServices.contains(cluster(workload.key()))));
        });
    }

    private Verdict verdict(AssetKey workload, List<Way> ways, boolean servicesRead) {
        if (ways.isEmpty()) {
            return servicesRead
                    ? Verdict.no(
                            workload, factor(), Evidence.of("nothing outside the cluster is routed to it", workload))
                    : Verdict.unknown(workload, factor(), "the services of its cluster were not read");
        }
        Way best = ways.stream().sorted().findFirst().orElseThrow();
        Evidence evidence = best.answer() == Verdict.Answer.YES
                ? best.evidence().with("width", best.width().name().toLowerCase(Locale.ROOT))
                : best.evidence();
        return new Verdict(workload, factor(), best.answer(), evidence);
    }

    private static String cluster(AssetKey key) {
        return key.value().substring(0, key.value().indexOf('/'));
    }
}
