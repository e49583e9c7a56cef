package dev.throughline.connector.azure;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudRole;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;

/**
 * The rule {@code Approval_EndUser_Assignment} of a policy of privileged identity management: whether somebody has to approve that a role
 * is activated, and who. Azure Resource Manager names approvers by {@code id} and {@code userType}, Microsoft Graph by
 * {@code userId} or {@code groupId}.
 */
final class ActivationRules {
    private static final String APPROVAL = "Approval_EndUser_Assignment";

    private ActivationRules() {}

    static void read(AssetKey role, List<Fields> rules, FactSink sink) {
        for (Fields rule : rules) {
            Boolean required = rule.object("setting").bool("isApprovalRequired");
            if (APPROVAL.equals(rule.text("id")) && required != null) {
                sink.accept(new CloudRole(role, null, null, List.of("approval=" + (required ? "required" : "none"))));
                if (required) {
                    approvers(role, rule.object("setting"), sink);
                }
            }
        }
    }

    private static void approvers(AssetKey role, Fields setting, FactSink sink) {
        for (Fields stage : setting.list("approvalStages")) {
            for (Fields approver : stage.list("primaryApprovers")) {
                String group =
                        "Group".equals(approver.text("userType")) ? approver.text("id") : approver.text("groupId");
                String user = approver.has("userId") ? approver.text("userId") : approver.text("id");
                String id = group != null ? group : user;
                if (id == null || id.isBlank()) {
                    continue; // a manager or sponsor of who asks, whom no id names
                }
                AssetKey key = EntraKeys.object(id);
                if (group != null) {
                    sink.accept(new IdentityGroup(key, null, null));
                }
                sink.accept(new Relation(key, RelationType.APPROVES, role));
            }
        }
    }
}
