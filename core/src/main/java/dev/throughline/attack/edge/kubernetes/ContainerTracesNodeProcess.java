package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/** A container that sees the processes of the node and may trace them puts its code into one that runs as root. */
final class ContainerTracesNodeProcess extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1055.008");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        return sandbox.seesNodeProcesses() && sandbox.has("SYS_PTRACE")
                ? Optional.of(new Escape(
                        key,
                        sandbox.underAppArmor(Likelihood.EASY),
                        "its container may trace the processes of the node",
                        "drop hostPID or the capability SYS_PTRACE of " + key.value()))
                : Optional.empty();
    }
}
