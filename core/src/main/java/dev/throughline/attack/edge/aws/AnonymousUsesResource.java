package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The policy of a resource, or the trust of a role, names everybody without a condition: whoever has an account of their own
 * may do what it allows. Buckets are left to their public access, which settings of their account may block.
 */
final class AnonymousUsesResource implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1199");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        Map<AssetKey, AttackStep> easiest = new LinkedHashMap<>();
        situation.prepared(Abuses.class, Abuses::new).findOpen((stranger, row, gained, grants) -> {
            List<String> conditions = grants.get(0).conditions();
            if (conditions.stream().allMatch(condition -> condition.startsWith(Evaluator.DENIED))) {
                AttackStep step = step(row, gained, conditions);
                easiest.merge(gained, step, (a, b) -> b.probability() > a.probability() ? b : a);
            }
        });
        easiest.values().forEach(steps);
    }

    private AttackStep step(Abuse row, AssetKey gained, List<String> conditions) {
        String action = row.needs().get(0).action();
        Likelihood likelihood =
                conditions.isEmpty() ? row.likelihood() : row.likelihood().lowered();
        Evidence evidence = Evidence.of("its policy names everybody", AssetKey.ANONYMOUS, gained)
                .with("permissions", action)
                .with("row", row.id());
        return new AttackStep(
                AssetKey.ANONYMOUS,
                name(),
                gained,
                techniques(),
                likelihood.probability(),
                conditions.isEmpty() ? evidence : evidence.with("conditions", String.join("; ", conditions)),
                List.of("name principals instead of everybody in the policy of " + gained.value()),
                List.of("let a resource control policy keep out who is not of the organization"));
    }
}
