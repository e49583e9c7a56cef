package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.ContainerService;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What runs on an instance, in a container or in a function gets the credentials of its role by asking for them: from the
 * metadata service, the endpoint of the container agent, or the environment.
 */
final class ComputeTakesRole implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.005", "T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            Asset compute = graph.asset(i);
            Arn arn = Arn.of(compute.key());
            if (arn != null) {
                List<AssetKey> holders = new ArrayList<>(List.of(compute.key()));
                if (compute instanceof ContainerService) {
                    graph.targets(compute.key(), RelationType.CONTAINS, CloudResource.class)
                            .forEach(definition -> holders.add(definition.key()));
                }
                holders.forEach(holder -> roles(graph, compute, holder, steps));
            }
        }
    }

    /** An instance holds its role through an instance profile. */
    private void roles(RiskGraph graph, Asset compute, AssetKey holder, Consumer<AttackStep> steps) {
        for (Relation acts : graph.outgoing(holder, RelationType.RUNS_AS)) {
            if (isRole(acts.to())) {
                steps.accept(step(compute, List.of(holder), acts.to()));
            }
            for (Relation profile : graph.outgoing(acts.to(), RelationType.RUNS_AS)) {
                if (isRole(profile.to())) {
                    steps.accept(step(compute, List.of(holder, acts.to()), profile.to()));
                }
            }
        }
    }

    private static boolean isRole(AssetKey key) {
        Arn arn = Arn.of(key);
        return arn != null && ResourceType.of(arn) == ResourceType.ROLE;
    }

    private AttackStep step(Asset compute, List<AssetKey> by, AssetKey role) {
        List<AssetKey> chain = new ArrayList<>(by);
        if (!by.contains(compute.key())) {
            chain.add(0, compute.key());
        }
        chain.add(role);
        boolean tokens =
                compute instanceof VirtualMachine machine && Boolean.TRUE.equals(machine.metadataTokenRequired());
        Evidence evidence = new Evidence("what runs there is given credentials of the role", chain, Map.of());
        return new AttackStep(
                compute.key(),
                name(),
                role,
                techniques(),
                (tokens ? Likelihood.EASY : Likelihood.TRIVIAL).probability(),
                compute instanceof VirtualMachine
                        ? evidence.with(
                                "metadata", tokens ? "asks for a session token (IMDSv2)" : "open to any request")
                        : evidence,
                List.of("take the role " + role.value() + " from "
                        + compute.key().value()),
                compute instanceof VirtualMachine && !tokens
                        ? List.of(
                                "require IMDSv2 on " + compute.key().value(), "narrow the policies of " + role.value())
                        : List.of("narrow the policies of " + role.value()));
    }
}
