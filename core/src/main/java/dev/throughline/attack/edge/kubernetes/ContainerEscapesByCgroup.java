package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/**
 * A container with SYS_ADMIN mounts a control group of version 1 and has the kernel start its program as root when the
 * group empties.
 */
final class ContainerEscapesByCgroup extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        return !sandbox.isPrivileged() && sandbox.has("SYS_ADMIN")
                ? Optional.of(new Escape(
                        key,
                        "Unconfined".equals(sandbox.container().appArmor())
                                ? Likelihood.EASY
                                : sandbox.underAppArmor(Likelihood.EASY),
                        "its container has the capability SYS_ADMIN",
                        "drop the capability SYS_ADMIN of " + key.value()))
                : Optional.empty();
    }
}
