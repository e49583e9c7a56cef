package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;

/** A privileged container sees the disks of the node and mounts them. */
final class ContainerMountsNodeDisk extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.isPrivileged()
                ? List.of(new Escape(
                        sandbox.container().key(),
                        Likelihood.TRIVIAL,
                        "its container is privileged",
                        List.of(sandbox.unprivileged())))
                : List.of();
    }
}
