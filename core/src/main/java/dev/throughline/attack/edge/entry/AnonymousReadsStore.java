package dev.throughline.attack.edge.entry;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import dev.throughline.model.Evidence;
import dev.throughline.risk.Factor;
import java.util.List;
import java.util.function.Consumer;

/** Anybody may read the store without signing in. */
final class AnonymousReadsStore implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1530");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(DataStore.class).forEach(store -> {
            if (Boolean.TRUE.equals(store.publicAccess())) {
                steps.accept(new AttackStep(
                        AssetKey.ANONYMOUS,
                        name(),
                        store.key(),
                        techniques(),
                        Likelihood.TRIVIAL.probability(),
                        Evidence.of("anybody may read it without signing in", AssetKey.ANONYMOUS, store.key()),
                        List.of(new Fix.Deny(store.key(), Factor.PUBLIC_ACCESS).remedy()),
                        List.of("log and limit reads of " + store.key().value())));
            }
        });
    }
}
