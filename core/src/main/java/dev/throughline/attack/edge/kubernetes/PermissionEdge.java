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
import java.util.stream.Collectors;

/**
 * What the rules of one role binding allow. A step starts at the binding, to which {@link SubjectHoldsPermissions} leads
 * everyone who is bound; all steps by one rule share their evidence, so that a role that reaches ten thousand objects costs
 * ten thousand references and no more.
 */
abstract class PermissionEdge implements AttackEdge {
    /** Permissions are looked at binding by binding: what two bindings allow together is not seen. */
    @Override
    public final void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        ClusterObjects objects = situation.prepared(ClusterObjects.class, ClusterObjects::new);
        for (Binding binding : Bindings.of(situation.graph())) {
            if (concerns(binding)) {
                grant(binding, objects, (targets, rules) -> emit(binding, targets, rules, steps));
            }
        }
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
        Evidence evidence = Evidence.of("it lets its subjects " + statement(), binding.key(), binding.role())
                .with("rule", rules.stream().map(RbacRule::toString).distinct().collect(Collectors.joining("; ")))
                .with("scope", binding.scope());
        List<String> breaks =
                List.of("take " + remedy() + " out of " + binding.role().value());
        for (AssetKey target : targets) {
            steps.accept(new AttackStep(
                    binding.key(),
                    name(),
                    target,
                    techniques(),
                    likelihood().probability(),
                    evidence,
                    breaks,
                    hardens()));
        }
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
