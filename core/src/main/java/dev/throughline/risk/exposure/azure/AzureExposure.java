package dev.throughline.risk.exposure.azure;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SecretStore;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.VirtualMachine;
import dev.throughline.model.WebApp;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.exposure.Exposure;
import dev.throughline.risk.exposure.Way;
import java.util.List;
import java.util.function.Consumer;

/**
 * What runs in Azure. Machines are reached by a public address of an interface, or through a load balancer or application
 * gateway, past the network security groups of subnet and interface. Container Apps, App Service, functions, databases,
 * storage accounts and key vaults are reached at the address their service gives them, past its own restrictions.
 */
public final class AzureExposure implements Exposure {
    private static final String FIREWALL_RULES = "no rules of its firewall were read";

    @Override
    public void judge(RiskGraph graph, Consumer<Verdict> verdicts) {
        SecurityGroups groups = new SecurityGroups(graph);
        FrontEnds frontEnds = new FrontEnds(graph, groups);
        MachineWays machines = new MachineWays(graph, groups, frontEnds);
        ServiceWays services = new ServiceWays(graph);
        for (int i = 0; i < graph.size(); i++) {
            if (isOfAzure(graph.key(i))) {
                List<Way> ways = ways(graph.asset(i), machines, frontEnds, services);
                if (!ways.isEmpty()) {
                    verdicts.accept(Way.verdict(graph.key(i), ways));
                }
            }
        }
    }

    private static boolean isOfAzure(AssetKey key) {
        return key.text().startsWith("cloud:/subscriptions/");
    }

    /** The ways into an asset; none for what does not listen. */
    private static List<Way> ways(Asset asset, MachineWays machines, FrontEnds frontEnds, ServiceWays services) {
        if (asset instanceof VirtualMachine machine) {
            return machines.to(machine);
        }
        if (asset instanceof LoadBalancer balancer) {
            return frontEnds.into(balancer);
        }
        if (asset instanceof ContainerService service) {
            return List.of(services.into(service));
        }
        if (asset instanceof WebApp app) {
            return List.of(services.intoSite(app.key(), app.publicNetwork(), app.authentication()));
        }
        if (asset instanceof ServerlessFunction function) {
            return List.of(services.intoSite(function.key(), function.publicNetwork(), function.authentication()));
        }
        if (asset instanceof DataStore store) {
            return services.intoStore(store.key(), store.publicNetwork(), store.openRanges(), FIREWALL_RULES);
        }
        return asset instanceof SecretStore store
                ? services.intoStore(store.key(), store.publicNetwork(), store.openRanges(), "networkAcls")
                : List.of();
    }
}
