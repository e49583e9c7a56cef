package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What statements of policies allow under some limits, however many hold them. Statements that amount to the same are one;
 * several are looked at together where only together they give something.
 */
final class PermissionSet {
    private static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::policy).thenComparing(Statement::text);

    /**
     * What makes a set the same as another.
     *
     * @param limits what stands against its holders
     * @param meanings numbers of what its statements amount to, in order
     */
    record Identity(Limits limits, List<Integer> meanings) {}

    private final Identity identity;
    private final BitSet rows = new BitSet();
    private final List<NavigableSet<Statement>> statements = new ArrayList<>();
    private final NavigableSet<AssetKey> policies = new TreeSet<>();
    private int holders;

    PermissionSet(Identity identity) {
        this.identity = identity;
        identity.meanings().forEach(meaning -> statements.add(new TreeSet<>(ORDER)));
    }

    Limits limits() {
        return identity.limits();
    }

    /** The policies its statements stand in. */
    NavigableSet<AssetKey> policies() {
        return policies;
    }

    /** A statement of each meaning: the first in the order of the policies. */
    List<Statement> statements() {
        return statements.stream().map(NavigableSet::first).toList();
    }

    /** Numbers of the rows that are asked of it. */
    BitSet rows() {
        return rows;
    }

    /** Adds somebody who holds statements of each meaning, and rows that this is asked for. */
    void add(Principal holder, BitSet asked) {
        holders++;
        rows.or(asked);
        for (int i = 0; i < statements.size(); i++) {
            for (Statement statement : holder.statements(identity.meanings().get(i))) {
                statements.get(i).add(statement);
                policies.add(statement.policy());
            }
        }
    }

    boolean isOfOne() {
        return statements.size() == 1;
    }

    /** Whether it is that of a policy, which nothing limits. */
    boolean isPlain() {
        return limits().isNone() && policies.size() == 1;
    }

    /** Whether it is a stop of its own on paths; else its only holder is. */
    boolean stands() {
        return holders > 1 || isPlain();
    }
}
