package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the limits of principals: one for all against whom the same stands. */
final class Restrictions {
    private final Policies policies;
    private final Organization organization;
    private final Map<Cause, Limits> known = new HashMap<>();

    Restrictions(Policies policies, Organization organization) {
        this.policies = policies;
        this.organization = organization;
    }

    private record Cause(String account, List<AssetKey> boundaries, Set<Integer> denies) {}

    /** What stands against everybody in an account. */
    Limits of(String account) {
        return of(account, List.of(), List.of());
    }

    /** What stands against a principal, some of whose policies deny something. */
    Limits of(AssetKey principal, String account, List<Statement> denies) {
        return of(account, policies.boundaries(principal), denies);
    }

    /** What of some limits concerns some actions. */
    Limits concerning(Limits limits, BitSet actions) {
        List<Statement> concerning = limits.own().stream()
                .filter(deny -> deny.actions().intersects(actions))
                .toList();
        return concerning.size() == limits.own().size()
                ? limits
                : of(limits.account(), limits.boundaries(), concerning);
    }

    private Limits of(String account, List<AssetKey> boundaries, List<Statement> own) {
        Set<Integer> meanings = new HashSet<>();
        own.forEach(deny -> meanings.add(policies.number(deny)));
        return known.computeIfAbsent(new Cause(account, boundaries, meanings), cause -> {
            List<Statement> denies = new ArrayList<>(own);
            boundaries.forEach(policy -> policies.of(policy, Map.of()).stream()
                    .filter(statement -> !statement.allow())
                    .forEach(denies::add));
            List<String> doubts = new ArrayList<>();
            List<Statement> boundary = boundary(boundaries, doubts);
            Organization.Limits above = organization.of(account);
            denies.addAll(above.denies());
            return new Limits(account, boundaries, own, denies, boundary, above.levels(), doubts);
        });
    }

    private @Nullable List<Statement> boundary(List<AssetKey> boundaries, List<String> doubts) {
        List<Statement> boundary = null;
        for (AssetKey limit : boundaries) {
            List<Statement> read = policies.of(limit);
            if (read == null) {
                doubts.add("its permission boundary " + limit.value() + " was not read");
            } else {
                boundary = read.stream().filter(Statement::allow).toList();
            }
        }
        return boundary;
    }
}
