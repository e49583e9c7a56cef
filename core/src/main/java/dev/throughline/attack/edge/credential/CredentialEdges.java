package dev.throughline.attack.edge.credential;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class CredentialEdges {
    private CredentialEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(new CredentialOpensTarget());
    }
}
