package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.Likelihood;
import org.jspecify.annotations.Nullable;

/** The checks that stand before a resource of a project (Azure DevOps, <em>Approvals and checks</em>). */
enum CheckGate {
    OPEN(Likelihood.TRIVIAL, "no approval is needed"),
    BRANCH(Likelihood.MODERATE, "only certain branches may use it, without an approval"),
    UNKNOWN(Likelihood.EASY, "whether an approval is needed was not read"),
    APPROVAL(Likelihood.HARD, "somebody must approve each use");

    private final Likelihood likelihood;
    private final String statement;

    CheckGate(Likelihood likelihood, String statement) {
        this.likelihood = likelihood;
        this.statement = statement;
    }

    static CheckGate of(@Nullable Long approvers, @Nullable Boolean protectedBranchesOnly) {
        if (approvers != null && approvers > 0) {
            return APPROVAL;
        }
        if (Boolean.TRUE.equals(protectedBranchesOnly)) {
            return BRANCH;
        }
        return approvers == null ? UNKNOWN : OPEN;
    }

    Likelihood likelihood() {
        return likelihood;
    }

    String statement() {
        return statement;
    }
}
