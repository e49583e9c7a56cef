package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.PolicyStatement;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends requests: a user, role or group with all its policies; permissions by themselves, for all who hold them under
 * the same limits; or an account, for its administrators.
 *
 * @param key key of the user, role, group, policy or account
 * @param arn its ARN, if resource policies can name it
 * @param limits what stands against it
 * @param allows what its policies allow
 * @param own those of them for which no set of permissions stands
 * @param policies policies it holds
 * @param groups groups it belongs to
 * @param rows numbers of the rows of {@code abuses.tsv} that are asked of it
 * @param uses permissions it shares with others
 * @param isAdministrator whether it may do anything in its account
 */
record Subject(
        AssetKey key,
        @Nullable Arn arn,
        Limits limits,
        List<Statement> allows,
        List<Statement> own,
        List<AssetKey> policies,
        Set<AssetKey> groups,
        BitSet rows,
        List<Use> uses,
        boolean isAdministrator) {
    /**
     * Permissions it shares with others.
     *
     * @param set key of the permissions
     * @param by the policies by which it holds them: of each list one would be enough, and all lists are needed
     */
    record Use(AssetKey set, List<List<AssetKey>> by) {}

    /** Somebody who is no principal. */
    static Subject alone(AssetKey key, Limits limits, List<Statement> allows, BitSet rows) {
        return new Subject(key, null, limits, allows, allows, List.of(), Set.of(), rows, List.of(), false);
    }

    /** Whoever has an account of their own, in which they may do anything. */
    static Subject ofStranger(Actions actions) {
        PolicyStatement everything = PolicyStatement.parse("allow action=* resource=*");
        Limits none = new Limits("", List.of(), List.of(), List.of(), null, List.of(), List.of());
        Statement allow = Objects.requireNonNull(Statement.of(AssetKey.ANONYMOUS, everything, actions));
        return alone(AssetKey.ANONYMOUS, none, List.of(allow), new BitSet());
    }

    String account() {
        return limits.account();
    }

    /** Whether it is a user, role or group. */
    boolean isPrincipal() {
        return arn != null;
    }

    /** The actions that any of some statements allows. */
    static BitSet actions(List<Statement> statements) {
        BitSet actions = new BitSet();
        statements.forEach(statement -> actions.or(statement.actions()));
        return actions;
    }
}
