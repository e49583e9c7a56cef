package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/** A privileged container that sees the processes of the node enters the namespaces of its first process. */
final class ContainerEntersNodeNamespaces extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        return sandbox.isPrivileged() && sandbox.seesNodeProcesses()
                ? Optional.of(new Escape(
                        key,
                        Likelihood.TRIVIAL,
                        "its container is privileged and sees the processes of the node",
                        "run " + key.value() + " without privileged"))
                : Optional.empty();
    }
}
