package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whoever opens a storage account or a server opens the containers and databases in it.
 */
final class AzureStoreOpensParts implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1530");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        NavigableMap<String, AssetKey> wholes = AzureTypes.resources(
                situation.graph(), Set.of("microsoft.storage/storageaccounts", "microsoft.sql/servers"));
        NavigableMap<String, AssetKey> parts = AzureTypes.resources(
                situation.graph(),
                Set.of("microsoft.storage/storageaccounts/blobservices/containers", "microsoft.sql/servers/databases"));
        for (AssetKey part : parts.values()) {
            Map.Entry<String, AssetKey> whole = wholes.lowerEntry(part.text());
            if (whole != null && part.text().startsWith(whole.getKey() + "/")) {
                steps.accept(step(whole.getValue(), part));
            }
        }
    }

    private AttackStep step(AssetKey whole, AssetKey part) {
        return new AttackStep(
                whole,
                name(),
                part,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it is a part of the store", whole, part),
                List.of(),
                List.of());
    }
}
