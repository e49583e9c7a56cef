package dev.throughline.attack.edge.aws;

import dev.throughline.attack.edge.aws.Abuse.Need;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which actions the rows of {@code abuses.tsv} take, and which statements offer them. */
final class RowPermissions {
    private final Policies policies;
    private final List<BitSet> actions = new ArrayList<>();
    private final BitSet all = new BitSet();
    private final BitSet ofAnyHolder = new BitSet();
    private final BitSet ofOnePermission = new BitSet();
    private final List<Abuse> ofSeveral;

    RowPermissions(Actions known, Policies policies) {
        this.policies = policies;
        for (Abuse row : AbuseTable.all()) {
            BitSet needed = new BitSet();
            row.needs().stream().map(Need::action).map(known::number).forEach(needed::set);
            actions.add(needed);
            all.set(row.number());
            ofAnyHolder.set(row.number(), row.isOfAnyHolder());
            ofOnePermission.set(row.number(), row.isOfOnePermission());
        }
        ofSeveral = AbuseTable.all().stream()
                .filter(row -> row.isOfAnyHolder() && !row.isOfOnePermission())
                .toList();
    }

    /** Numbers of all rows; the caller's own. */
    BitSet all() {
        return (BitSet) all.clone();
    }

    /** Numbers of the rows that policies tell all of. */
    BitSet ofAnyHolder() {
        return (BitSet) ofAnyHolder.clone();
    }

    /** Numbers of the rows for which a permission on what is gained is enough. */
    BitSet ofOnePermission() {
        return (BitSet) ofOnePermission.clone();
    }

    /** The rows of any holder that take more than a permission on what is gained. */
    List<Abuse> ofSeveral() {
        return ofSeveral;
    }

    /** Those of some meanings that offer an action of a row; none if they do not offer all of them. */
    List<Integer> offering(Abuse row, List<Integer> meanings) {
        BitSet missing = (BitSet) actions.get(row.number()).clone();
        List<Integer> offering = new ArrayList<>();
        for (int meaning : meanings) {
            BitSet allowed = policies.allowed(meaning);
            if (allowed.intersects(actions.get(row.number()))) {
                offering.add(meaning);
                missing.andNot(allowed);
            }
        }
        return missing.isEmpty() ? offering : List.of();
    }

    /** Numbers of the rows of several permissions to which some actions contribute nothing. */
    BitSet without(BitSet some) {
        BitSet without = new BitSet();
        for (Abuse row : ofSeveral) {
            without.set(row.number(), !some.intersects(actions.get(row.number())));
        }
        return without;
    }
}
