package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What service control policies leave of the permissions in an account: at the account and at each level above it one of the
 * policies that hang there must allow an action, and none may deny it.
 */
final class Organization {
    /** AWS Organizations nests organizational units five deep. */
    private static final int DEEPEST = 8;

    private final RiskGraph graph;
    private final Policies policies;
    private final Map<String, Limits> byAccount = new HashMap<>();

    Organization(RiskGraph graph, Policies policies) {
        this.graph = graph;
        this.policies = policies;
    }

    /**
     * What limits an account.
     *
     * @param levels what each level allows
     * @param denies what any level denies
     */
    record Limits(List<List<Statement>> levels, List<Statement> denies) {}

    static AssetKey key(String account) {
        return AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + account);
    }

    Limits of(String account) {
        return byAccount.computeIfAbsent(account, this::read);
    }

    private Limits read(String account) {
        List<List<Statement>> levels = new ArrayList<>();
        List<Statement> denies = new ArrayList<>();
        AssetKey level = key(account);
        for (int depth = 0; depth < DEEPEST && level != null; depth++) {
            List<Statement> allows = new ArrayList<>();
            boolean known = true;
            for (Relation guarded : graph.outgoing(level, RelationType.GUARDED_BY)) {
                List<Statement> statements = policies.of(guarded.to());
                known &= statements != null;
                (statements == null ? List.<Statement>of() : statements)
                        .forEach(statement -> (statement.allow() ? allows : denies).add(statement));
            }
            // Every level has a policy; where none was read, nothing is known to be forbidden.
            if (known && !allows.isEmpty()) {
                levels.add(allows);
            }
            level = graph.incoming(level, RelationType.CONTAINS).stream()
                    .map(Relation::from)
                    .findFirst()
                    .orElse(null);
        }
        return new Limits(levels, denies);
    }
}
