package dev.throughline.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudRole;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Privileged identity management, as Azure Resource Manager and Microsoft Graph tell of it. */
final class AzureEligibilityTest {
    private static final String ROLE = "cloud:/subscriptions/s1/providers/microsoft.authorization/roledefinitions/abc";
    private static final String ADMINISTRATOR = "cloud:entra/directoryroles/62e90394-69f5-4237-9190-012177145e10";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void anEligibilityForARoleOfAzureHasItsScopeConditionAndEnd() throws IOException {
        read("""
            {"value": [{"properties": {
              "roleEligibilityScheduleId": "/subscriptions/S1/providers/Microsoft.Authorization/roleEligibilitySchedules/e1",
              "scope": "/subscriptions/S1",
              "roleDefinitionId": "/subscriptions/S1/providers/Microsoft.Authorization/roleDefinitions/ABC",
              "principalId": "G-1", "principalType": "Group", "status": "Provisioned", "memberType": "Direct",
              "startDateTime": "2026-09-09T21:35:27.91Z", "endDateTime": "2027-09-09T21:35:27.91Z",
              "condition": "@Resource[a] StringEquals 'b'", "conditionVersion": "2.0"},
              "name": "i1", "type": "Microsoft.Authorization/roleEligibilityScheduleInstances",
              "id": "/subscriptions/S1/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/i1"}]}\
            """);

        assertThat(sink.relations(RelationType.ELIGIBLE_FOR))
                .containsExactly("cloud:entra/g-1 ELIGIBLE_FOR " + ROLE + " {condition=@Resource[a] StringEquals 'b',"
                        + " scope=cloudaccount:azure/s1, until=2027-09-09T21:35:27.910Z}");
        assertThat(sink.relations(RelationType.HAS_ROLE)).isEmpty();
        assertThat(sink.all(IdentityGroup.class)).hasSize(1);
    }

    @Test
    void anEligibilityForARoleOfTheDirectoryIsNoAssignment() throws IOException {
        read("""
            {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#roleManagement/directory/x", "value": [
              {"id": "i-1", "principalId": "U-1", "roleDefinitionId": "62e90394-69f5-4237-9190-012177145e10",
               "directoryScopeId": "/", "appScopeId": null, "startDateTime": "2026-06-28T01:58:32Z", "endDateTime": null,
               "memberType": "Direct", "roleEligibilityScheduleId": "s-1"}]}\
            """);

        assertThat(sink.relations(RelationType.ELIGIBLE_FOR))
                .containsExactly("cloud:entra/u-1 ELIGIBLE_FOR " + ADMINISTRATOR + " {scope=/}");
        assertThat(sink.relations(RelationType.HAS_ROLE)).isEmpty();
    }

    @Test
    void aScheduleOrRequestOfTheDirectoryIsNotTakenForAnAssignment() throws IOException {
        read("""
            {"value": [{"id": "s-1", "principalId": "u-1", "roleDefinitionId": "62e90394-69f5-4237-9190-012177145e10",
              "directoryScopeId": "/", "status": "Provisioned", "memberType": "Direct",
              "scheduleInfo": {"startDateTime": "2026-06-28T01:58:32Z", "expiration": {"type": "noExpiration"}}}]}\
            """);

        assertThat(sink.relations(RelationType.HAS_ROLE)).isEmpty();
        assertThat(sink.rejections()).singleElement().asString().contains("its instances are read");
    }

    @Test
    void aPolicyOfAzureSaysWhoApproves() throws IOException {
        read("""
            {"value": [{"properties": {"scope": "/subscriptions/S1",
              "roleDefinitionId": "/subscriptions/S1/providers/Microsoft.Authorization/roleDefinitions/ABC",
              "policyId": "/subscriptions/S1/providers/Microsoft.Authorization/roleManagementPolicies/p",
              "effectiveRules": [
                {"id": "Expiration_EndUser_Assignment", "ruleType": "RoleManagementPolicyExpirationRule",
                 "isExpirationRequired": true, "maximumDuration": "PT8H"},
                {"id": "Approval_EndUser_Assignment", "ruleType": "RoleManagementPolicyApprovalRule",
                 "setting": {"isApprovalRequired": true, "approvalMode": "SingleStage", "approvalStages": [
                   {"approvalStageTimeOutInDays": 1, "primaryApprovers": [
                     {"id": "U-2", "description": "amy", "isBackup": false, "userType": "User"},
                     {"id": "G-2", "description": "leads", "isBackup": false, "userType": "Group"}]}]}}]},
              "name": "p_abc", "type": "Microsoft.Authorization/RoleManagementPolicyAssignment",
              "id": "/subscriptions/S1/providers/Microsoft.Authorization/roleManagementPolicyAssignments/p_abc"}]}\
            """);

        assertThat(sink.get(CloudRole.class, new AssetKey(ROLE)).tags()).containsExactly("approval=required");
        assertThat(sink.relations(RelationType.APPROVES))
                .containsExactlyInAnyOrder("cloud:entra/u-2 APPROVES " + ROLE, "cloud:entra/g-2 APPROVES " + ROLE);
        assertThat(sink.all(IdentityGroup.class)).hasSize(1);
    }

    @Test
    void aPolicyOfTheDirectorySaysWhoApprovesAndOneOfAGroupIsOfNoRole() throws IOException {
        read("""
            {"value": [
              {"id": "DirectoryRole_t_a", "policyId": "DirectoryRole_t_p", "scopeId": "/", "scopeType": "DirectoryRole",
               "roleDefinitionId": "62e90394-69f5-4237-9190-012177145e10", "policy": {"id": "DirectoryRole_t_p", "rules": [
                 {"@odata.type": "#microsoft.graph.unifiedRoleManagementPolicyApprovalRule",
                  "id": "Approval_EndUser_Assignment", "setting": {"isApprovalRequired": true, "approvalStages": [
                    {"primaryApprovers": [
                      {"@odata.type": "#microsoft.graph.singleUser", "userId": "u-2"},
                      {"@odata.type": "#microsoft.graph.groupMembers", "groupId": "g-2"},
                      {"@odata.type": "#microsoft.graph.requestorManager", "managerLevel": 1}]}]}}]}},
              {"id": "Group_g_p_member", "policyId": "Group_g_p", "scopeId": "g", "scopeType": "Group",
               "roleDefinitionId": "member", "policy": {"rules": [{"id": "Approval_EndUser_Assignment",
                 "setting": {"isApprovalRequired": false}}]}}]}\
            """);

        assertThat(sink.get(CloudRole.class, new AssetKey(ADMINISTRATOR)).tags())
                .containsExactly("approval=required");
        assertThat(sink.relations(RelationType.APPROVES))
                .containsExactlyInAnyOrder(
                        "cloud:entra/u-2 APPROVES " + ADMINISTRATOR, "cloud:entra/g-2 APPROVES " + ADMINISTRATOR);
        assertThat(sink.all(CloudRole.class)).hasSize(1);
    }

    private void read(String answer) throws IOException {
        Files.writeString(folder.resolve("answer.json"), answer);
        AzureConnector.files(folder).list().partitions().get(0).read(sink);
    }
}
