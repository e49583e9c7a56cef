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
 * policies that hang there must allow an action, and none may deny it. Resource control policies say who may use the resources
 * of the account, be they of this account or another; with the one of AWS that allows all beside them, only what they deny counts.
 * Neither holds for the account that manages the organization (AWS Organizations user guide, Authorization policies).
 */
final class Organization {
    private static final String POLICY = "arn:aws:organizations::";
    private static final String OF_RESOURCES = "/resource_control_policy/";

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
     * @param resourceDenies what any level denies everybody to do with resources of the account
     */
    record Limits(List<List<Statement>> levels, List<Statement> denies, List<Statement> resourceDenies) {}

    static AssetKey key(String account) {
        return AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + account);
    }

    Limits of(String account) {
        return byAccount.computeIfAbsent(account, this::read);
    }

    private Limits read(String account) {
        List<List<Statement>> levels = new ArrayList<>();
        List<Statement> denies = new ArrayList<>();
        List<Statement> resourceDenies = new ArrayList<>();
        AssetKey level = key(account);
        for (int depth = 0; depth < DEEPEST && level != null; depth++) {
            List<Statement> allows = new ArrayList<>();
            boolean known = true;
            boolean allowsAnything = false;
            for (Relation guarded : graph.outgoing(level, RelationType.GUARDED_BY)) {
                if (isOfManager(guarded.to(), account)) {
                    continue;
                }
                List<Statement> read = policies.of(guarded.to());
                List<Statement> statements = read == null ? List.of() : read;
                if (guarded.to().value().contains(OF_RESOURCES)) {
                    statements.stream().filter(statement -> !statement.allow()).forEach(resourceDenies::add);
                } else {
                    known &= read != null;
                    allowsAnything |= policies.allowsAnything(guarded.to());
                    statements.forEach(statement -> (statement.allow() ? allows : denies).add(statement));
                }
            }
            // Every level has a policy that allows something; where none was read, nothing is known to be forbidden.
            if (known && allowsAnything) {
                levels.add(allows);
            }
            level = graph.incoming(level, RelationType.CONTAINS).stream()
                    .map(Relation::from)
                    .findFirst()
                    .orElse(null);
        }
        return new Limits(levels, denies, resourceDenies);
    }

    /** The ARN of a policy of an organization names the account that manages it. */
    private static boolean isOfManager(AssetKey policy, String account) {
        return policy.value().startsWith(POLICY + account + ":");
    }
}
