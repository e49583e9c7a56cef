package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder read what is in a key vault, or change the access policies of one that obeys them. */
final class AzureRoleOpensKeyVault implements AttackEdge {
    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.keyvault/vaults",
            List.of(
                    new Power(
                            "data:Microsoft.KeyVault/vaults/secrets/getSecret/action",
                            Likelihood.TRIVIAL,
                            "read its secrets"),
                    new Power("Microsoft.KeyVault/vaults/write", Likelihood.EASY, "change its access policies"),
                    new Power(
                            "Microsoft.KeyVault/vaults/accessPolicies/write",
                            Likelihood.EASY,
                            "change its access policies"))));

    @Override
    public List<String> techniques() {
        return List.of("T1555.006");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        POWERS.derive(this, graph, (vault, power) -> works(graph, vault, power), steps);
    }

    /** A vault obeys either its access policies or roles. */
    private static boolean works(RiskGraph graph, AssetKey vault, Power power) {
        boolean obeysPolicies = graph.number(new AssetKey(vault.text() + "/accesspolicies")) >= 0;
        return obeysPolicies != power.action().startsWith("data:");
    }
}
