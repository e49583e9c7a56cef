package dev.throughline.attack.edge.entry;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class EntryEdges {
    private EntryEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(new InternetExploitsWorkload(), new AnonymousReadsLeakedSecret(), new AnonymousReadsStore());
    }
}
