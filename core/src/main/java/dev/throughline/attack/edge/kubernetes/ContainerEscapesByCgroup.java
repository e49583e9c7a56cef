package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;

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
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.added("SYS_ADMIN").stream()
                .map(added -> new Escape(
                        sandbox.container().key(),
                        sandbox.underAppArmor(Likelihood.EASY),
                        "its container has the capability SYS_ADMIN",
                        List.of(sandbox.without(added))))
                .toList();
    }
}
