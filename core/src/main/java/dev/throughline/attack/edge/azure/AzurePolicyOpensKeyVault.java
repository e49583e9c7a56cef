package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An access policy of the key vault lets the principal read its secrets or use its keys. A vault that obeys roles has none.
 */
final class AzurePolicyOpensKeyVault implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1555.006");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        NavigableMap<String, AssetKey> vaults =
                AzureTypes.resources(situation.graph(), Set.of("microsoft.keyvault/vaults"));
        for (AssetKey vault : vaults.values()) {
            for (Relation opens : situation.graph().incoming(vault, RelationType.CAN_AUTHENTICATE_TO)) {
                if (opens.from().text().startsWith(EntraRoles.PREFIX)) {
                    steps.accept(step(opens));
                }
            }
        }
    }

    private AttackStep step(Relation opens) {
        return new AttackStep(
                opens.from(),
                name(),
                opens.to(),
                techniques(),
                Likelihood.TRIVIAL.probability(),
                new Evidence(
                        "an access policy of the vault names it",
                        List.of(opens.from(), opens.to()),
                        opens.properties()),
                List.of("take " + opens.from().value() + " out of the access policies of "
                        + opens.to().value()),
                List.of("let the vault obey roles, with one for each secret"));
    }
}
