package dev.throughline.attack.edge.gcp;

import com.google.common.collect.ImmutableList;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.gcp.GcpPowers.Power;
import dev.throughline.model.Asset;
import dev.throughline.model.SecretStore;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder read the versions of a secret. */
final class GcpRoleReadsSecret implements AttackEdge {
    static final GcpPowers POWERS = new GcpPowers(
            ImmutableList.of(
                    new Power("secretmanager.versions.access", Likelihood.TRIVIAL, "read the secret"),
                    new Power("secretmanager.secrets.setIamPolicy", Likelihood.EASY, "let itself read the secret")),
            GcpRoleReadsSecret::gives);

    @Override
    public List<String> techniques() {
        return List.of("T1555.006");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }

    private static boolean gives(Power power, Asset asset) {
        return asset instanceof SecretStore;
    }
}
