package dev.throughline.risk.exposure.gcp;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.VirtualMachine;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.exposure.Exposure;
import dev.throughline.risk.exposure.PublicService;
import dev.throughline.risk.exposure.Way;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What runs in Google Cloud. Instances are reached by an external address or a forwarding rule, past the firewall rules of
 * their networks. Cloud Run services and functions are reached where their ingress is open and anybody may invoke them;
 * databases by their authorized networks.
 */
public final class GcpExposure implements Exposure {
    @Override
    public void judge(RiskGraph graph, Consumer<Verdict> verdicts) {
        InstanceWays instances = new InstanceWays(graph);
        for (int i = 0; i < graph.size(); i++) {
            AssetKey key = graph.key(i);
            if (key.text().startsWith("cloud://")) {
                List<Way> ways = ways(graph.asset(i), instances);
                if (!ways.isEmpty()) {
                    verdicts.accept(Way.verdict(key, ways));
                }
            }
        }
    }

    /** The ways into an asset; none for what does not listen. */
    private static List<Way> ways(Asset asset, InstanceWays instances) {
        if (asset instanceof VirtualMachine instance) {
            return instances.to(instance);
        }
        if (asset instanceof LoadBalancer balancer) {
            return List.of(into(balancer));
        }
        if (asset instanceof ContainerService service) {
            return List.of(
                    into(service.key(), service.publicNetwork(), service.openRanges(), service.authentication()));
        }
        if (asset instanceof ServerlessFunction function) {
            return List.of(
                    into(function.key(), function.publicNetwork(), function.openRanges(), function.authentication()));
        }
        boolean isDatabase =
                asset instanceof DataStore store && (store.publicNetwork() != null || store.openRanges() != null);
        return isDatabase && asset instanceof DataStore store
                ? List.of(PublicService.into(
                        store.key(), store.publicNetwork(), store.openRanges(), "settings.ipConfiguration"))
                : List.of();
    }

    private static Way into(LoadBalancer balancer) {
        if (balancer.internetFacing() == null) {
            return Way.unknown("its loadBalancingScheme was not read", balancer.key());
        }
        return balancer.internetFacing()
                ? Way.open(Way.Width.WIDE, "it forwards from an external address", AssetKey.INTERNET, balancer.key())
                : Way.closed("it forwards from internal addresses only", balancer.key());
    }

    /** Google refuses whoever may not invoke a service before the service hears of it. */
    private static Way into(
            AssetKey service,
            @Nullable Boolean ingress,
            @Nullable List<String> ranges,
            @Nullable String authentication) {
        Way way = PublicService.into(service, ingress, ranges, "ingress");
        if (way.answer() != Verdict.Answer.NO && authentication != null && !authentication.equals("none")) {
            return Way.closed("only principals with a role may invoke it", service)
                    .with("invoker", authentication);
        }
        if (way.answer() != Verdict.Answer.YES) {
            return way;
        }
        return authentication == null
                ? Way.unknown("who may invoke it was not read: its IAM policy", service)
                : way.with("invoker", "allUsers");
    }
}
