package dev.throughline.attack.edge.aws;

import dev.throughline.attack.Likelihood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code abuses.tsv}: permissions that together give a principal something.
 *
 * @param number where it stands in the table
 * @param id its name; that of pathfinding.cloud where that has one
 * @param category which edge it belongs to
 * @param likelihood how likely it succeeds where no condition stands in the way
 * @param techniques MITRE ATT&amp;CK technique ids
 * @param needs the permissions, all of them
 * @param service service that the role must trust; null if no role is passed
 * @param account whether it gives the account; else what the needs name
 */
record Abuse(
        int number,
        String id,
        Category category,
        Likelihood likelihood,
        List<String> techniques,
        List<Need> needs,
        @Nullable String service,
        boolean account) {
    /** What a row gives. */
    enum Category {
        /** The account, by permissions to change one's own. */
        SELF,
        /** Another user, role or group. */
        TAKEOVER,
        /** A role that trusts the caller. */
        ASSUME,
        /** A role, passed to something new. */
        PASS,
        /** A machine or function that there is, with the role it has. */
        RUN,
        /** A store of data or secrets. */
        DATA
    }

    /** What a permission must be held on. */
    enum Scope {
        /** On anything at all. */
        ANY,
        /** On the principal itself. */
        SELF,
        /** On a group it belongs to. */
        OWN_GROUP,
        /** On a policy of its own that a customer wrote. */
        OWN_POLICY,
        /** On a policy of the target that a customer wrote. */
        ITS_POLICY,
        /** On what is gained. */
        TARGET,
        /** On what lies in what is gained. */
        CONTENTS,
        /** On the users within a database that is gained. */
        DATABASE_USERS,
        /** On the tasks of a container service that is gained. */
        TASKS
    }

    /**
     * A permission.
     *
     * @param action the action
     * @param scope on what
     * @param type type of what it is held on; null for anything
     */
    record Need(String action, Scope scope, @Nullable ResourceType type) {
        /** What must be asked for so that something is gained. */
        Target of(Target target) {
            return switch (scope) {
                case CONTENTS -> target.contents();
                case DATABASE_USERS -> target.databaseUsers();
                case TASKS -> target.tasks();
                default -> target;
            };
        }

        /** Whether it is held on what is gained. */
        boolean isAtTarget() {
            return switch (scope) {
                case TARGET, CONTENTS, DATABASE_USERS, TASKS -> true;
                default -> false;
            };
        }
    }

    /** The permission that says what is gained; null if the account is gained without any. */
    @Nullable
    Need first() {
        return needs.stream().filter(Need::isAtTarget).findFirst().orElse(null);
    }

    /** Whether a single permission on what is gained is all it takes. */
    boolean isOfOnePermission() {
        return needs.size() == 1 && needs.get(0).isAtTarget() && !account;
    }

    /** Whether policies tell all of it, whoever holds them. */
    boolean isOfAnyHolder() {
        return needs.stream().noneMatch(need -> switch (need.scope()) {
            case SELF, OWN_GROUP, OWN_POLICY -> true;
            default -> false;
        });
    }
}
