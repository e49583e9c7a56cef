package dev.throughline.attack.edge.aws;

import static java.util.stream.Collectors.joining;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Subject.Use;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A user, role or group holds a policy: it may do what the policy allows. What that is is derived once for all who hold it under
 * the same limits; where only several policies together give something, once for these.
 */
final class IdentityUsesPolicy implements AttackEdge {
    /** There is nothing to overcome: whoever is the principal has the policy. */
    private static final double CERTAIN = 1;

    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        for (Subject subject :
                situation.prepared(Abuses.class, Abuses::new).subjects().all()) {
            subject.uses().forEach(use -> steps.accept(step(subject.key(), use)));
        }
    }

    private AttackStep step(AssetKey principal, Use use) {
        List<AssetKey> chain = new ArrayList<>(List.of(principal));
        List<String> breaks = new ArrayList<>();
        for (List<AssetKey> copies : use.by()) {
            chain.addAll(copies);
            breaks.add("take " + copies.stream().map(AssetKey::value).collect(joining(" and ")) + " from "
                    + principal.value());
        }
        boolean one = chain.size() == 2;
        return new AttackStep(
                principal,
                name(),
                use.set(),
                techniques(),
                CERTAIN,
                new Evidence(one ? "it holds the policy" : "it holds the policies", chain, Map.of()),
                breaks,
                List.of("set a permission boundary for " + principal.value()));
    }
}
