package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/** A container may load a module into the kernel it shares with its node: it is privileged or has SYS_MODULE. */
final class ContainerLoadsKernelModule extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1547.006");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        if (sandbox.isPrivileged()) {
            return Optional.of(new Escape(
                    key,
                    Likelihood.EASY,
                    "its container is privileged and may load kernel modules",
                    "run " + key.value() + " without privileged"));
        }
        return sandbox.has("SYS_MODULE")
                ? Optional.of(new Escape(
                        key,
                        Likelihood.EASY,
                        "its container may load kernel modules",
                        "drop the capability SYS_MODULE of " + key.value()))
                : Optional.empty();
    }
}
