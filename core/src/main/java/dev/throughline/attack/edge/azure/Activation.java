package dev.throughline.attack.edge.azure;

import dev.throughline.model.CloudRole;

/** What the policy of a role asks of who activates it. */
enum Activation {
    APPROVED("required", "somebody else has to approve its activation"),
    UNAPPROVED("not required", "it activates the role without approval"),
    UNKNOWN("unknown", "whether its activation needs approval is not known");

    private final String approval;
    private final String statement;

    Activation(String approval, String statement) {
        this.approval = approval;
        this.statement = statement;
    }

    /** As it was read of the policy of the role at its scope, for settings are not inherited. */
    static Activation of(CloudRole role) {
        if (role.tags() == null) {
            return UNKNOWN;
        }
        return role.tags().contains("approval=required")
                ? APPROVED
                : role.tags().contains("approval=none") ? UNAPPROVED : UNKNOWN;
    }

    String approval() {
        return approval;
    }

    String statement() {
        return statement;
    }
}
