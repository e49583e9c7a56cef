package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import dev.throughline.model.Evidence;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.function.Consumer;

/**
 * Anybody may read it without signing in: a store that answers to anonymous requests, a public repository. It says nothing
 * of networks: a store that only an internal network reaches may still ask nobody who they are.
 */
final class PublicAccess implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.PUBLIC_ACCESS;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        situation
                .graph()
                .assets(DataStore.class)
                .filter(store -> store.publicAccess() != null)
                .forEach(store -> verdicts.accept(verdict(
                        store.key(),
                        store.publicAccess(),
                        store.publicAccess()
                                ? "anybody may read it without signing in"
                                : "whoever reads it must sign in")));
        situation
                .graph()
                .assets(Repository.class)
                .filter(repository -> repository.visibility() != null)
                .forEach(repository -> {
                    boolean isPublic = repository.visibility() == Visibility.PUBLIC;
                    verdicts.accept(verdict(
                            repository.key(),
                            isPublic,
                            isPublic ? "it is a public repository" : "only members may read it"));
                });
    }

    private Verdict verdict(AssetKey asset, boolean isPublic, String statement) {
        Evidence evidence = Evidence.of(statement, asset);
        return isPublic ? Verdict.yes(asset, factor(), evidence) : Verdict.no(asset, factor(), evidence);
    }
}
