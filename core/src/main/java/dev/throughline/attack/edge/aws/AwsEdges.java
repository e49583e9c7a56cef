package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class AwsEdges {
    private AwsEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(
                new AnonymousUsesResource(),
                new IdentityUsesPolicy(),
                new AdministratorControlsAccount(),
                new IdentityRewritesPermissions(),
                new IdentityTakesOverIdentity(),
                new IdentityAssumesRole(),
                new IdentityPassesRole(),
                new IdentityRunsCode(),
                new IdentityOpensStore(),
                new ComputeTakesRole(),
                new ServiceAccountAssumesRole());
    }
}
