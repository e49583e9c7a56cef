package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RbacRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What role bindings allow. A step starts at the binding, to which {@link SubjectHoldsPermissions} leads everyone who is
 * bound, or at a subject whose bindings allow together what none of them does alone. All steps by one rule share their
 * evidence, so that a role that reaches ten thousand objects costs ten thousand references and no more.
 */
abstract class PermissionEdge implements AttackEdge {
    @Override
    public final void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        ClusterObjects objects = situation.prepared(ClusterObjects.class, ClusterObjects::new);
        for (Binding binding : Bindings.of(situation.graph())) {
            if (concerns(binding)) {
                grant(binding, objects, (targets, rules) -> emit(binding, targets, rules, steps));
            }
        }
        situation
                .prepared(JointPermissions.class, JointPermissions::new)
                .by(this)
                .forEach(steps);
    }

    /** Whether a binding leads anywhere by this. */
    final boolean leads(Binding binding, ClusterObjects objects) {
        boolean[] found = {false};
        if (concerns(binding)) {
            grant(binding, objects, (targets, rules) -> found[0] |= !targets.isEmpty());
        }
        return found[0];
    }

    /** An administrator reaches everything through the cluster. */
    boolean concerns(Binding binding) {
        return !binding.administers();
    }

    /**
     * The permissions it needs when it needs several, which different bindings may give: each tells whether a rule may give
     * it, whatever names the rule is limited to. Empty when one rule is enough.
     */
    List<Predicate<RbacRule>> needs() {
        return List.of();
    }

    /** A permission to do one of some things with one of some resources of a group. */
    static Predicate<RbacRule> need(List<String> verbs, String group, String... resources) {
        return rule -> {
            String name =
                    rule.resourceNames().isEmpty() ? "" : rule.resourceNames().get(0);
            return Arrays.stream(resources)
                    .anyMatch(resource -> verbs.stream().anyMatch(verb -> rule.allows(verb, group, resource, name)));
        };
    }

    /** Whether a rule gives any of the permissions it needs. */
    final boolean needs(RbacRule rule) {
        return needs().stream().anyMatch(need -> need.test(rule));
    }

    /** Whether a binding gives any of the permissions it needs. */
    final boolean needsAny(Binding binding) {
        return binding.rules().stream().anyMatch(this::needs);
    }

    /** Tells what a binding leads to. */
    abstract void grant(Binding binding, ClusterObjects objects, Grants grants);

    /** How likely it works. */
    abstract Likelihood likelihood();

    /** What the binding lets its subjects do, as the end of a sentence that begins with "it lets its subjects". */
    abstract String statement();

    /** What to take out of the role. */
    abstract String remedy();

    /** What makes it harder. */
    List<String> hardens() {
        return List.of();
    }

    private void emit(Binding binding, Collection<AssetKey> targets, List<RbacRule> rules, Consumer<AttackStep> steps) {
        if (targets.isEmpty()) {
            return;
        }
        Evidence evidence =
                evidence("it lets its subjects ", List.of(binding.key(), binding.role()), rules, binding.scope());
        List<String> breaks =
                List.of("take " + remedy() + " out of " + binding.role().value());
        for (AssetKey target : targets) {
            steps.accept(step(binding.key(), target, evidence, breaks));
        }
    }

    final Evidence evidence(String lets, List<AssetKey> proof, List<RbacRule> rules, String scope) {
        return Evidence.of(lets + statement(), proof.toArray(AssetKey[]::new))
                .with("rule", rules.stream().map(RbacRule::toString).distinct().collect(Collectors.joining("; ")))
                .with("scope", scope);
    }

    final AttackStep step(AssetKey from, AssetKey to, Evidence evidence, List<String> breaks) {
        return new AttackStep(from, name(), to, techniques(), likelihood().probability(), evidence, breaks, hardens());
    }

    /** Takes what a binding leads to. */
    @FunctionalInterface
    interface Grants {
        void to(Collection<AssetKey> targets, List<RbacRule> rules);

        default void to(AssetKey target, RbacRule... rules) {
            to(
                    List.of(target),
                    Arrays.stream(rules).map(Objects::requireNonNull).toList());
        }

        default void to(Collection<AssetKey> targets, RbacRule... rules) {
            to(targets, Arrays.stream(rules).map(Objects::requireNonNull).toList());
        }
    }
}
