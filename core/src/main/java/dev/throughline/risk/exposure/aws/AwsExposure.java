package dev.throughline.risk.exposure.aws;

import dev.throughline.model.Asset;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.VirtualMachine;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.exposure.Exposure;
import dev.throughline.risk.exposure.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Instances, container services, functions, databases and load balancers of Amazon Web Services: by a public address, an
 * internet gateway that a route leads to, network ACL and security groups; or behind a load balancer or API that is exposed
 * itself.
 */
public final class AwsExposure implements Exposure {
    @Override
    public void judge(RiskGraph graph, Consumer<Verdict> verdicts) {
        Fronts fronts = new Fronts(graph);
        BalancerWays balancers = new BalancerWays(graph, fronts);
        for (int i = 0; i < graph.size(); i++) {
            Asset asset = graph.asset(i);
            if (listens(asset)) {
                List<Way> ways = new ArrayList<>(fronts.to(asset));
                ways.addAll(balancers.to(asset));
                verdicts.accept(Way.verdict(asset.key(), ways));
            }
        }
    }

    /** Stores without a network of their own, such as buckets, are reached through the API of their service. */
    private static boolean listens(Asset asset) {
        String name = asset.key().value();
        boolean database = asset instanceof DataStore && (name.contains(":rds:") || name.contains(":redshift:"));
        boolean runs = asset instanceof VirtualMachine
                || asset instanceof ContainerService
                || asset instanceof ServerlessFunction
                || asset instanceof LoadBalancer;
        return name.startsWith("arn:aws") && (runs || database);
    }
}
