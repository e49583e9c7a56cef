package dev.throughline.attack.edge.entry;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.SourceState;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.function.Consumer;

/**
 * A public repository holds a credential that was not revoked, or the platform saw the credential in public. That a person
 * dismissed the alert does not revoke anything.
 */
final class AnonymousReadsLeakedSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1593.003", "T1552.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(ExposedSecret.class).forEach(secret -> {
            if (secret.state() == SourceState.FIXED || "inactive".equals(secret.validity())) {
                return;
            }
            for (Repository repository :
                    situation.graph().sources(secret.key(), RelationType.CONTAINS, Repository.class)) {
                boolean isPublic = repository.visibility() == Visibility.PUBLIC;
                if (isPublic || Boolean.TRUE.equals(secret.publiclyLeaked())) {
                    steps.accept(step(secret, repository));
                    return;
                }
            }
        });
    }

    private AttackStep step(ExposedSecret secret, Repository repository) {
        boolean active = "active".equals(secret.validity());
        String kind = secret.title() == null ? "credential" : secret.title();
        Evidence evidence = Evidence.of(
                        "anybody can read it in " + repository.key().value(),
                        AssetKey.ANONYMOUS,
                        repository.key(),
                        secret.key())
                .with("validity", active ? "active" : "unknown")
                .with("weakness", kind + " in " + repository.key().value());
        return new AttackStep(
                AssetKey.ANONYMOUS,
                name(),
                secret.key(),
                techniques(),
                (active ? Likelihood.TRIVIAL : Likelihood.MODERATE).probability(),
                secret.path() == null ? evidence : evidence.with("path", secret.path()),
                List.of("revoke the " + kind + " found in " + repository.key().value()),
                List.of("turn on push protection for " + repository.key().value()));
    }
}
