package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.PolicyStatement.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy, compiled: its actions are those of {@link Actions}, by number.
 *
 * @param policy the policy it stands in
 * @param source the statement
 * @param text its text form
 * @param actions numbers of the actions it is about
 * @param resources patterns of what it is about
 * @param passedTo services a role may be passed to; null for any
 * @param conditions what else must hold, as far as nobody can tell beforehand
 */
record Statement(
        AssetKey policy,
        PolicyStatement source,
        String text,
        BitSet actions,
        List<Glob> resources,
        @Nullable List<Glob> passedTo,
        List<String> conditions) {
    private static final Glob ANYTHING = new Glob("*");

    /** Compiles a statement; null if it is about none of the actions, or whoever sends the request can avoid it. */
    static @Nullable Statement of(AssetKey policy, PolicyStatement source, Actions known) {
        BitSet actions = known.named(source.actions());
        if (source.exceptActions()) {
            actions.flip(0, known.size());
        }
        List<Glob> passedTo = null;
        List<String> conditions = new ArrayList<>();
        for (Condition condition : source.conditions()) {
            String key = condition.key().toLowerCase(Locale.ROOT);
            if (key.equals("aws:securetransport")) { // whoever sends the request chooses
                if (!source.allow() && condition.values().contains("false")) {
                    return null;
                }
            } else if (key.equals("iam:passedtoservice")
                    && !condition.operator().contains("Not")) {
                passedTo = condition.values().stream().map(Glob::new).toList();
            } else {
                conditions.add(condition.toString());
            }
        }
        source.resources().stream().filter(r -> r.contains("${")).forEach(conditions::add);
        return actions.isEmpty()
                ? null
                : new Statement(
                        policy,
                        source,
                        source.toString(),
                        actions,
                        source.resources().isEmpty()
                                ? List.of(ANYTHING)
                                : source.resources().stream()
                                        .map(Statement::withoutVariables)
                                        .map(Glob::new)
                                        .toList(),
                        passedTo,
                        List.copyOf(conditions));
    }

    /** A variable stands for anything; {@link Subjects} has put in those that are known. */
    private static String withoutVariables(String resource) {
        return resource.replaceAll("\\$\\{[^}]*}", "*");
    }

    boolean allow() {
        return source.allow();
    }

    /**
     * What a statement amounts to: two that amount to the same allow the same.
     *
     * @param actions numbers of the actions it is about
     * @param resources patterns of what it is about
     * @param exceptResources whether it is about all but these
     * @param passedTo services a role may be passed to; null for any
     * @param conditions what else must hold
     */
    record Meaning(
            BitSet actions,
            List<Glob> resources,
            boolean exceptResources,
            @Nullable List<Glob> passedTo,
            List<String> conditions) {}

    Meaning meaning() {
        return new Meaning(actions, resources, source.exceptResources(), passedTo, conditions);
    }

    /** Whether it lets anything be done with anything. */
    boolean isEverything() {
        return source.allow()
                && !source.exceptActions()
                && source.actions().stream().anyMatch(a -> a.equals("*") || a.equals("*:*"))
                && isAboutAnything()
                && source.conditions().isEmpty();
    }

    /** Whether no resource is left out. */
    boolean isAboutAnything() {
        return !source.exceptResources() && resources.contains(ANYTHING);
    }

    /** Whether it is about a part of what is asked for, at least. */
    boolean touches(Target target) {
        if (source.exceptResources()) {
            return resources.stream().noneMatch(glob -> covers(glob, target));
        }
        return resources.stream()
                .anyMatch(
                        glob -> target.whole() ? glob.matches(target.arn()) : glob.matchesSomeThatBegins(target.arn()));
    }

    /** Whether it is about all that is asked for. */
    boolean covers(Target target) {
        if (source.exceptResources()) {
            return resources.stream()
                    .noneMatch(glob ->
                            target.whole() ? glob.matches(target.arn()) : glob.matchesSomeThatBegins(target.arn()));
        }
        return resources.stream().anyMatch(glob -> covers(glob, target));
    }

    /** With a star at its end the text stands for all that begins so: only a star of the pattern meets that. */
    private static boolean covers(Glob glob, Target target) {
        return glob.matches(target.whole() ? target.arn() : target.arn() + "*");
    }

    /** Whether it lets a role be passed to a service. */
    boolean passesTo(@Nullable String service) {
        return passedTo == null || service == null || passedTo.stream().anyMatch(glob -> glob.matches(service));
    }
}
