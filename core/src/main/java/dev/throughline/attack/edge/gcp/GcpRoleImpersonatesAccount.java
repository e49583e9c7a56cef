package dev.throughline.attack.edge.gcp;

import com.google.common.collect.ImmutableList;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.gcp.GcpPowers.Power;
import dev.throughline.model.Asset;
import dev.throughline.model.Identity;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder act as a service account: take its tokens, sign for it, make a key of it, or run something as it. */
final class GcpRoleImpersonatesAccount implements AttackEdge {
    static final GcpPowers POWERS = new GcpPowers(
            ImmutableList.of(
                    new Power(
                            "iam.serviceAccounts.getAccessToken",
                            Likelihood.TRIVIAL,
                            "take access tokens of the account"),
                    new Power("iam.serviceAccountKeys.create", Likelihood.EASY, "make a key of the account"),
                    new Power("iam.serviceAccounts.signJwt", Likelihood.EASY, "sign tokens as the account"),
                    new Power("iam.serviceAccounts.signBlob", Likelihood.EASY, "sign as the account"),
                    new Power("iam.serviceAccounts.setIamPolicy", Likelihood.EASY, "let anybody act as the account"),
                    new Power(
                            "iam.serviceAccounts.implicitDelegation",
                            Likelihood.MODERATE,
                            "take access tokens through a chain of accounts"),
                    new Power(
                            "iam.serviceAccounts.actAs",
                            Likelihood.MODERATE,
                            "run something of its own as the account"),
                    new Power(
                            "iam.serviceAccounts.getOpenIdToken",
                            Likelihood.HARD,
                            "take identity tokens of the account")),
            GcpRoleImpersonatesAccount::gives);

    @Override
    public List<String> techniques() {
        return List.of("T1550.001", "T1098.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }

    private static boolean gives(Power power, Asset asset) {
        boolean isAccount = asset instanceof Identity identity && "ServiceAccount".equals(identity.type());
        return isAccount && !Boolean.FALSE.equals(((Identity) asset).enabled());
    }
}
