package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whoever runs code on a resource asks its metadata service for tokens of its service account. The tokens of an instance are
 * limited by its scopes, whatever roles the account has.
 */
final class GcpResourceUsesAccount implements AttackEdge {
    private static final String EVERYTHING = "cloud-platform";

    @Override
    public List<String> techniques() {
        return List.of("T1552.005", "T1528");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            AssetKey user = graph.key(i);
            if (user.text().startsWith("cloud://")) {
                for (Relation runsAs : graph.outgoing(user, RelationType.RUNS_AS)) {
                    steps.accept(step(user, runsAs.to(), scopes(graph, user, runsAs.to())));
                }
            }
        }
    }

    /** The scopes of its tokens; that for everything if none are known, as services other than instances have it. */
    private static List<String> scopes(RiskGraph graph, AssetKey user, AssetKey account) {
        List<String> scopes = graph.find(new AssetKey(user.text() + "/scopes/" + account.value()), CloudResource.class)
                .map(CloudResource::tags)
                .orElse(null);
        return scopes == null ? List.of(EVERYTHING) : scopes;
    }

    private AttackStep step(AssetKey user, AssetKey account, List<String> scopes) {
        boolean limited = !scopes.contains(EVERYTHING);
        return new AttackStep(
                user,
                name(),
                account,
                techniques(),
                (limited ? Likelihood.HARD : Likelihood.TRIVIAL).probability(),
                Evidence.of(
                                limited
                                        ? "its metadata service hands out tokens of the account, for some scopes only"
                                        : "its metadata service hands out tokens of the account",
                                user,
                                account)
                        .with("scopes", String.join(", ", scopes)),
                List.of("take the account " + account.value() + " from " + user.value()),
                List.of("give each resource an account of its own, with no more roles than it uses"));
    }
}
