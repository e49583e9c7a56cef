package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class AzureEdges {
    private AzureEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(
                new AzurePrincipalHoldsRole(),
                new AzurePrincipalActivatesRole(),
                new AzureApproverAdmitsActivation(),
                new AzureRoleGrantsScope(),
                new AzureScopeContainsResource(),
                new AzureRoleRunsCommandOnMachine(),
                new AzureRoleChangesApp(),
                new AzureRoleRunsAutomation(),
                new AzureRoleTakesClusterCredentials(),
                new AzureRoleOpensKeyVault(),
                new AzureRoleReadsData(),
                new AzureRoleUsesIdentity(),
                new AzurePolicyOpensKeyVault(),
                new AzureResourceUsesManagedIdentity(),
                new AzureIdentityActsAsPrincipal(),
                new AzureTrustAdmitsServiceAccount(),
                new AzureClusterControlsNodes(),
                new AzureStoreOpensParts(),
                new EntraMemberActsForGroup(),
                new EntraOwnerTakesOver(),
                new EntraRoleGrantsRoles(),
                new EntraRoleAddsCredential(),
                new EntraRoleAddsMember(),
                new EntraRoleResetsPassword(),
                new EntraAdministratorElevatesAccess());
    }
}
