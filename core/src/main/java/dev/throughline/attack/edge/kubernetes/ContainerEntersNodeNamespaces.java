package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;

/** A privileged container that sees the processes of the node enters the namespaces of its first process. */
final class ContainerEntersNodeNamespaces extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        return sandbox.isPrivileged() && sandbox.seesNodeProcesses()
                ? List.of(new Escape(
                        key,
                        Likelihood.TRIVIAL,
                        "its container is privileged and sees the processes of the node",
                        List.of(sandbox.unprivileged(), sandbox.withoutNodeProcesses())))
                : List.of();
    }
}
