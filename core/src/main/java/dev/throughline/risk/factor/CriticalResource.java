package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.Evidence;
import dev.throughline.model.RbacRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Role;
import dev.throughline.model.ServiceAccount;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.function.Consumer;

/**
 * Critical by the word of a person, or because of what it is: a service account that may do anything anywhere in its
 * cluster. The field {@code level} is very-high, high, medium or low.
 */
final class CriticalResource implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.CRITICAL_RESOURCE;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        situation.graph().assets(ServiceAccount.class).forEach(account -> {
            for (Relation held : situation.graph().outgoing(account.key(), RelationType.HAS_ROLE)) {
                if ("*".equals(held.properties().get("scope"))
                        && situation
                                .graph()
                                .find(held.to(), Role.class)
                                .filter(CriticalResource::allowsEverything)
                                .isPresent()) {
                    verdicts.accept(Verdict.yes(
                            account.key(),
                            factor(),
                            Evidence.of("it may do anything in its cluster", account.key(), held.to())
                                    .with("level", "very-high")));
                    return;
                }
            }
        });
        Classified.as("critical", situation.graph())
                .forEach((asset, rule) -> verdicts.accept(Verdict.yes(asset, factor(), evidence(asset, rule))));
    }

    private static Evidence evidence(AssetKey asset, ClassificationRule rule) {
        return Evidence.of(
                        rule.reason() == null
                                ? "a person classified it as critical"
                                : "classified as critical: " + rule.reason(),
                        asset,
                        rule.key())
                .with("level", Classified.level(rule))
                .with("pattern", String.valueOf(rule.pattern()));
    }

    private static boolean allowsEverything(Role role) {
        return role.rules() != null
                && role.rules().stream().map(RbacRule::parse).anyMatch(rule -> rule.allowsAny("*", "*", "*"));
    }
}
