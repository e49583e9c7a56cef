package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The checks before a resource (Azure DevOps, <em>Approvals and checks</em>).
 *
 * @param approvers number of people who may approve; 0 when no approval is needed; null if not read
 * @param branchesOnly whether a check admits only certain branches; null if not read
 */
record Checks(@Nullable Long approvers, @Nullable Boolean branchesOnly) {
    private static final String APPROVAL = "8c6f20a7-a545-4486-9777-f762fafe0d4d";
    private static final String BRANCH_CONTROL = "evaluatebranchProtection";

    static Checks of(Reading reading, String folder, String type, String id) {
        long[] approvers = {0};
        boolean[] branches = {false};
        boolean known = reading.list(folder + "/checks/" + type + "/" + id, "value", (check, sink) -> {
            Fields settings = check.object("settings");
            if (APPROVAL.equals(check.object("type").text("id"))) {
                approvers[0] += Math.max(1, settings.list("approvers").size());
            }
            String task = settings.object("definitionRef").text("name");
            String allowed = settings.object("inputs").text("allowedBranches");
            branches[0] |= BRANCH_CONTROL.equals(task) && allowed != null && !allowed.contains("*");
        });
        return known ? new Checks(approvers[0], branches[0]) : new Checks(null, null);
    }
}
