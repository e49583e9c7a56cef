package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.aws.Abuse.Need;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the step that a row of {@code abuses.tsv} gives a subject. */
final class AbuseStep {
    private AbuseStep() {}

    static AttackStep of(
            String edge, String statement, Subject subject, Abuse row, AssetKey gained, List<Grant> grants) {
        Set<AssetKey> chain = new LinkedHashSet<>(List.of(subject.key()));
        Set<String> statements = new LinkedHashSet<>();
        Set<String> conditions = new LinkedHashSet<>();
        for (Grant grant : grants) {
            chain.add(grant.by().policy());
            statements.add(grant.by().text());
            conditions.addAll(grant.conditions());
        }
        chain.add(gained);
        List<String> actions = row.needs().stream().map(Need::action).toList();
        Evidence evidence = new Evidence(statement, List.copyOf(chain), Map.of())
                .with("permissions", String.join(", ", actions))
                .with("row", row.id())
                .with("statements", String.join("; ", statements));
        List<String> breaks = new ArrayList<>();
        actions.forEach(action -> breaks.add("take " + action + " on " + gained.value() + " from "
                + subject.key().value()));
        Likelihood likelihood =
                conditions.isEmpty() ? row.likelihood() : row.likelihood().lowered();
        return new AttackStep(
                subject.key(),
                edge,
                gained,
                row.techniques(),
                likelihood.probability(),
                conditions.isEmpty() ? evidence : evidence.with("conditions", String.join("; ", conditions)),
                breaks,
                List.of("ask for a second factor or a known network in the policies of "
                        + subject.key().value()));
    }
}
