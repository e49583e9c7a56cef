package dev.throughline.attack.edge.aws;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request as IAM does (IAM user guide, Policy evaluation logic): an explicit deny wins, also one of a resource control
 * policy where the resource is; then the organization, the
 * permission boundary and the policies of the caller must all allow it, or the policy of the resource names the caller; across
 * accounts both sides must allow it.
 *
 * <p>Conditions cannot be judged beforehand. What is allowed under a condition is allowed, and the grant names it; what is
 * denied under a condition is not denied, and the grant names that, too.
 */
final class Evaluator {
    /** The services whose resources obeyed resource control policies from the start; of those that came later nothing is taken away. */
    private static final List<String> CONTROLLED = List.of("s3:*", "sts:*", "kms:*", "sqs:*", "secretsmanager:*");

    /** What conditions of denials begin with in grants. */
    static final String DENIED = "denied if ";

    private final Policies policies;
    private final int assumeRole;
    private final BitSet ofKeys;
    private final Organization organization;
    private final BitSet controlled;

    Evaluator(Policies policies, Organization organization, Actions actions) {
        this.policies = policies;
        this.organization = organization;
        this.controlled = actions.named(CONTROLLED);
        this.assumeRole = actions.number("sts:AssumeRole");
        this.ofKeys = actions.named(List.of("kms:*"));
    }

    /**
     * Decides a request.
     *
     * @param subject who asks
     * @param allows statements of the subject that may allow it
     * @param action number of the action
     * @param target what it is about; null for whatever there is
     * @param service service that a role is passed to, if one is
     * @return what allows it; null if it is not allowed
     */
    @Nullable
    Grant decide(
            Subject subject, List<Statement> allows, int action, @Nullable Target target, @Nullable String service) {
        List<String> conditions = new ArrayList<>(subject.limits().doubts());
        Guard guard = target == null ? Guard.NONE : guard(subject, action, target, conditions);
        boolean denied = guard.denies
                || isDenied(subject.limits().denies(), action, target, service, conditions)
                || isDeniedToAll(action, target, conditions);
        if (denied) {
            return null;
        }
        boolean sameAccount = target == null || target.account().equals(subject.account());
        Statement identity = easiest(allows, action, target, service);
        Statement named = guard.named;
        boolean needsResource = !sameAccount || (target != null && needsItsPolicy(action, target));
        boolean byResource = named != null && sameAccount;
        Statement by = identity == null && byResource ? named : identity;
        Statement resource = named == null ? guard.delegates : named;
        if (by == null || (needsResource && resource == null)) {
            return null;
        }
        conditions.addAll(by.conditions());
        if (needsResource && resource != null && !resource.equals(by)) {
            conditions.addAll(resource.conditions());
        }
        // What names a user or session itself is not bounded, what names a role is.
        boolean unbounded = byResource && named != null && !Caller.isRole(named.source(), subject);
        boolean bounded = subject.limits().boundary() == null
                || unbounded
                || allowed(subject.limits().boundary(), action, target, service, conditions);
        boolean admitted = subject.limits().levels().stream()
                .allMatch(level -> allowed(level, action, target, service, conditions));
        return bounded && admitted ? new Grant(by, conditions) : null;
    }

    /** What the policy of the target says of a request. */
    private record Guard(
            boolean denies,
            @Nullable Statement named,
            @Nullable Statement delegates) {
        static final Guard NONE = new Guard(false, null, null);
    }

    private Guard guard(Subject subject, int action, Target target, List<String> conditions) {
        Guard guard = Guard.NONE;
        for (Statement statement : policies.guarding(target.asset())) {
            Caller caller = Caller.of(statement.source(), subject);
            if (!statement.actions().get(action) || caller == Caller.OTHER) {
                continue;
            }
            if (!statement.allow()) {
                boolean denied = isDenied(List.of(statement), action, target, null, conditions);
                guard = new Guard(guard.denies || denied, guard.named, guard.delegates);
            } else if (statement.touches(target)) {
                guard = caller == Caller.NAMED
                        ? new Guard(guard.denies, easier(guard.named, statement), guard.delegates)
                        : new Guard(guard.denies, guard.named, easier(guard.delegates, statement));
            }
        }
        return guard;
    }

    /** Trust policies of roles and policies of keys are not added to those of the caller: without them nothing is allowed. */
    private boolean needsItsPolicy(int action, Target target) {
        return action == assumeRole
                || (ofKeys.get(action) && !policies.guarding(target.asset()).isEmpty());
    }

    private boolean isDeniedToAll(int action, @Nullable Target target, List<String> conditions) {
        return target != null
                && controlled.get(action)
                && isDenied(organization.of(target.account()).resourceDenies(), action, target, null, conditions);
    }

    private static boolean isDenied(
            List<Statement> denies,
            int action,
            @Nullable Target target,
            @Nullable String service,
            List<String> conditions) {
        for (Statement deny : denies) {
            boolean all = target == null ? deny.isAboutAnything() : deny.covers(target);
            boolean passes = deny.passedTo() == null || (service != null && deny.passesTo(service));
            if (deny.actions().get(action) && all && passes) {
                if (deny.conditions().isEmpty()) {
                    return true;
                }
                deny.conditions().forEach(condition -> conditions.add(DENIED + condition));
            }
        }
        return false;
    }

    private static boolean allowed(
            List<Statement> statements,
            int action,
            @Nullable Target target,
            @Nullable String service,
            List<String> conditions) {
        Statement allows = easiest(statements, action, target, service);
        if (allows != null) {
            conditions.addAll(allows.conditions());
        }
        return allows != null;
    }

    private static @Nullable Statement easiest(
            List<Statement> statements, int action, @Nullable Target target, @Nullable String service) {
        Statement best = null;
        for (Statement statement : statements) {
            if (statement.allow()
                    && statement.actions().get(action)
                    && (target == null || statement.touches(target))
                    && statement.passesTo(service)) {
                best = easier(best, statement);
                if (best.conditions().isEmpty()) {
                    return best;
                }
            }
        }
        return best;
    }

    private static Statement easier(@Nullable Statement a, Statement b) {
        return a == null || b.conditions().size() < a.conditions().size() ? b : a;
    }
}
