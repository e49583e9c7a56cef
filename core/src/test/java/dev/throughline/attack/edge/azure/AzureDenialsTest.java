package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.GROUP;
import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureDenialsTest {
    private static final String SCOPE = "/subscriptions/s";
    private static final String MACHINES = "Microsoft.Compute/virtualMachines/";
    private static final AssetKey MACHINE = AzureEstate.resource("compute/virtualmachines/vm");
    private static final AssetKey STAFF = entra("staff");

    /** A principal that may run commands on a machine, as the holder of a role at the subscription. */
    private static AzureEstate estate() {
        return new AzureEstate()
                .with(AssetKind.VIRTUAL_MACHINE, MACHINE)
                .defined("custom", MACHINES + "*")
                .assigned(SCOPE, "custom");
    }

    private static boolean leads(AzureEstate estate, String... statements) {
        estate.facts.asset(
                AssetKind.CLOUD_POLICY,
                new AssetKey("cloud:" + GROUP.value() + "/providers/microsoft.authorization/denyassignments/d"),
                Map.of("type", "deny-assignment", "statements", List.of(statements)));
        return !estate.steps("AzureRoleRunsCommandOnMachine").isEmpty();
    }

    private static String denied(String actions, String principals, String more) {
        return "deny action=" + actions + " resource=" + GROUP.value() + "," + GROUP.value() + "/* principal="
                + principals + more;
    }

    @Test
    void takesFromEverybodyWhatARoleAtAWiderScopeAllows() {
        assertThat(leads(estate(), denied("*,!*/read", "*", ""))).isFalse();
    }

    @Test
    void leavesWhatItDoesNotName() {
        assertThat(leads(estate(), denied(MACHINES + "runCommand/action", "*", "")))
                .as("extensions are left")
                .isTrue();
        assertThat(leads(estate(), denied("data:*", "*", ""))).isTrue();
        assertThat(leads(estate(), denied("*", entra("other").text(), ""))).isTrue();
        assertThat(leads(estate(), "deny action=* resource=" + GROUP.value() + " principal=*"))
                .as("not below its scope")
                .isTrue();
    }

    @Test
    void countsForTheSubscriptionsOfAManagementGroup() {
        String group = "/providers/microsoft.management/managementgroups/root";
        AzureEstate held = estate();
        held.facts.relation(
                AssetKey.of(AssetKind.CLOUD_RESOURCE, group),
                RelationType.CONTAINS,
                AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/s"));

        assertThat(leads(held, "deny action=* resource=" + group + "," + group + "/* principal=*"))
                .isFalse();
        assertThat(leads(held, "deny action=* resource=" + group + " principal=*"))
                .as("not below its scope")
                .isTrue();
        assertThat(leads(estate(), "deny action=* resource=" + group + "/* principal=*"))
                .as("nobody says that the group holds the subscription")
                .isTrue();
        assertThat(leads(estate(), "deny action=* resource=/* principal=*")).isFalse();
    }

    @Test
    void leavesThoseWhoAreExcepted() {
        assertThat(leads(estate(), denied("*", "*", " when=not,principal," + PRINCIPAL.text())))
                .isTrue();
        assertThat(leads(
                        estate(),
                        denied("*", "*", " when=not,principal," + entra("other").text())))
                .isFalse();
    }

    @Test
    void countsForMembersOfAGroup() {
        AzureEstate member = estate();
        member.facts
                .asset(AssetKind.IDENTITY_GROUP, STAFF, Map.of())
                .relation(PRINCIPAL, RelationType.MEMBER_OF, STAFF);

        assertThat(leads(member, denied("*", STAFF.text(), ""))).isFalse();
        assertThat(leads(member, denied("*", "*", " when=not,principal," + STAFF.text())))
                .isTrue();
    }

    @Test
    void isNotSureOfWhatItCannotTell() {
        AzureEstate unknownMembers = estate();
        unknownMembers.facts.asset(AssetKind.IDENTITY_GROUP, STAFF, Map.of());

        assertThat(leads(unknownMembers, denied("*", "*", " when=not,principal," + STAFF.text())))
                .as("the principal may be in the group")
                .isTrue();
        assertThat(leads(estate(), denied("*", "*", " when=azure,condition,x"))).isTrue();
    }

    @Test
    void leavesTheStepWhereSomebodyElseHoldsTheRole() {
        AzureEstate shared = estate();
        shared.facts.relation(
                entra("other"), RelationType.HAS_ROLE, AzureEstate.role(SCOPE, "custom"), Map.of("scope", SCOPE));

        assertThat(leads(shared, denied("*", PRINCIPAL.text(), ""))).isTrue();
        assertThat(leads(shared, denied("*", "*", ""))).isFalse();
    }
}
