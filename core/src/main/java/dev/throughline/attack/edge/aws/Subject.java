package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends requests: a user, role or group with all its policies; a policy by itself, for those whom nothing else limits;
 * or an account, for its administrators.
 *
 * @param key key of the user, role, group, policy or account
 * @param account account it acts in
 * @param arn its ARN, if resource policies can name it
 * @param allows what its policies allow
 * @param own those of them that are not also a subject of their own
 * @param denies what its policies, its boundary and the organization deny
 * @param boundary what its permission boundary allows; null if it has none
 * @param levels what the organization allows, for the account and each level above it
 * @param doubts limits that are known to be there, but were not read
 * @param policies policies it holds, by which it may do what they allow
 * @param groups groups it belongs to
 */
record Subject(
        AssetKey key,
        String account,
        @Nullable Arn arn,
        List<Statement> allows,
        List<Statement> own,
        List<Statement> denies,
        @Nullable List<Statement> boundary,
        List<List<Statement>> levels,
        List<String> doubts,
        List<AssetKey> policies,
        Set<AssetKey> groups) {
    /** Whether it is a user, role or group. */
    boolean isPrincipal() {
        return arn != null;
    }

    /** Whether it may do anything in its account. */
    boolean isAdministrator() {
        return isPrincipal()
                && boundary == null
                && doubts.isEmpty()
                && allows.stream().anyMatch(Statement::isEverything)
                && denies.stream()
                        .noneMatch(deny -> deny.conditions().isEmpty()
                                && deny.source().actions().contains("*"));
    }

    /** The actions that any of some statements allows. */
    static BitSet actions(List<Statement> statements) {
        BitSet actions = new BitSet();
        statements.forEach(statement -> actions.or(statement.actions()));
        return actions;
    }
}
