package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class GcpEdges {
    private GcpEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(
                new GcpPrincipalHoldsRole(),
                new GcpMemberActsForGroup(),
                new GcpRoleSetsPolicy(),
                new GcpScopeContainsResource(),
                new GcpRoleImpersonatesAccount(),
                new GcpRoleReadsData(),
                new GcpRoleReadsSecret(),
                new GcpRoleRunsCodeOnResource(),
                new GcpResourceUsesAccount(),
                new GcpAccountActsAsPrincipal(),
                new GcpPoolAdmitsServiceAccount());
    }
}
