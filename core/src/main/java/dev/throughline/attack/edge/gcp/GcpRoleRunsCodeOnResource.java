package dev.throughline.attack.edge.gcp;

import com.google.common.collect.ImmutableList;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.gcp.GcpPowers.Power;
import dev.throughline.model.Asset;
import dev.throughline.model.ContainerService;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.VirtualMachine;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder run commands on an instance, by its metadata or by signing in, or change what a service runs. */
final class GcpRoleRunsCodeOnResource implements AttackEdge {
    static final GcpPowers POWERS = new GcpPowers(
            ImmutableList.of(
                    new Power(
                            "compute.instances.setMetadata",
                            Likelihood.EASY,
                            "add a key or start-up script to the instance"),
                    new Power(
                            "compute.instances.osAdminLogin",
                            Likelihood.MODERATE,
                            "sign in to the instance as its administrator"),
                    new Power("run.services.update", Likelihood.EASY, "change what the service runs"),
                    new Power("cloudfunctions.functions.update", Likelihood.EASY, "change what the function runs")),
            GcpRoleRunsCodeOnResource::gives);

    @Override
    public List<String> techniques() {
        return List.of("T1651", "T1648");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }

    private static boolean gives(Power power, Asset asset) {
        return switch (power.permission().substring(0, power.permission().indexOf('.'))) {
            case "compute" -> asset instanceof VirtualMachine;
            case "run" -> asset instanceof ContainerService;
            default -> asset instanceof ServerlessFunction;
        };
    }
}
