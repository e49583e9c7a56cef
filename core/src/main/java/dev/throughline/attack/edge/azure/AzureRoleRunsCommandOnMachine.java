package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder run commands on a machine, install an extension there, or sign in as its administrator. */
final class AzureRoleRunsCommandOnMachine implements AttackEdge {
    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.compute/virtualmachines",
            List.of(
                    new Power(
                            "Microsoft.Compute/virtualMachines/runCommand/action",
                            Likelihood.EASY,
                            "run commands on the machine"),
                    new Power(
                            "Microsoft.Compute/virtualMachines/runCommands/write",
                            Likelihood.EASY,
                            "run commands on the machine"),
                    new Power(
                            "Microsoft.Compute/virtualMachines/extensions/write",
                            Likelihood.EASY,
                            "install extensions on the machine"),
                    new Power(
                            "data:Microsoft.Compute/virtualMachines/loginAsAdmin/action",
                            Likelihood.MODERATE,
                            "sign in to the machine as an administrator")),
            "microsoft.compute/virtualmachinescalesets",
            List.of(
                    new Power(
                            "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action",
                            Likelihood.EASY,
                            "run commands on the machines"),
                    new Power(
                            "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands/write",
                            Likelihood.EASY,
                            "run commands on the machines"),
                    new Power(
                            "Microsoft.Compute/virtualMachineScaleSets/extensions/write",
                            Likelihood.EASY,
                            "install extensions on the machines"))));

    @Override
    public List<String> techniques() {
        return List.of("T1651");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
