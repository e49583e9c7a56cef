package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * A user, role or group as the facts describe it.
 *
 * @param key its key
 * @param arn its ARN
 * @param policies policies it holds, by itself or by its groups
 * @param groups groups it belongs to
 * @param allows what its policies allow
 * @param limits what stands against it
 * @param shareable what its policies allow to all who hold them alike, by the number of what it amounts to
 */
record Principal(
        AssetKey key,
        Arn arn,
        List<AssetKey> policies,
        Set<AssetKey> groups,
        List<Statement> allows,
        Limits limits,
        SortedMap<Integer, List<Statement>> shareable) {
    /** Its shareable statements that amount to something. */
    List<Statement> statements(int meaning) {
        return shareable.getOrDefault(meaning, List.of());
    }

    /** Whether it may do anything in its account. */
    boolean isAdministrator() {
        return isAdministrator(allows, limits);
    }

    static boolean isAdministrator(List<Statement> allows, Limits limits) {
        return limits.boundary() == null
                && limits.doubts().isEmpty()
                && allows.stream().anyMatch(Statement::isEverything)
                && limits.denies().stream()
                        .noneMatch(deny -> deny.conditions().isEmpty()
                                && deny.source().actions().contains("*"));
    }
}
