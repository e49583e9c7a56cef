package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.function.Consumer;

/** A policy allows everything on everything, and no permission boundary limits it. */
final class AdministratorControlsAccount implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        for (Subject subject :
                situation.prepared(Abuses.class, Abuses::new).subjects().all()) {
            if (subject.isAdministrator()) {
                subject.allows().stream()
                        .filter(Statement::isEverything)
                        .findFirst()
                        .ifPresent(by -> steps.accept(step(subject, by)));
            }
        }
    }

    private AttackStep step(Subject subject, Statement by) {
        AssetKey account = Organization.key(subject.account());
        return new AttackStep(
                subject.key(),
                name(),
                account,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it may do anything in its account", subject.key(), by.policy(), account)
                        .with("statements", by.text()),
                List.of("take " + by.policy().value() + " from " + subject.key().value()),
                List.of("set a permission boundary for " + subject.key().value()));
    }
}
