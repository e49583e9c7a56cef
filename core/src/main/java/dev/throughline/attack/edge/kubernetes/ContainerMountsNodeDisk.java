package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/** A privileged container sees the disks of the node and mounts them. */
final class ContainerMountsNodeDisk extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        return sandbox.isPrivileged()
                ? Optional.of(new Escape(
                        key,
                        Likelihood.TRIVIAL,
                        "its container is privileged",
                        "run " + key.value() + " without privileged"))
                : Optional.empty();
    }
}
