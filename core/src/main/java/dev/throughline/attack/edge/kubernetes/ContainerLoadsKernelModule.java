package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;

/** A container may load a module into the kernel it shares with its node: it is privileged or has SYS_MODULE. */
final class ContainerLoadsKernelModule extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1547.006");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        List<Escape> escapes = new ArrayList<>();
        if (sandbox.isPrivileged()) {
            escapes.add(new Escape(
                    key,
                    Likelihood.EASY,
                    "its container is privileged and may load kernel modules",
                    List.of(sandbox.unprivileged())));
        }
        sandbox.added("SYS_MODULE")
                .forEach(added -> escapes.add(new Escape(
                        key,
                        Likelihood.EASY,
                        "its container may load kernel modules",
                        List.of(sandbox.without(added)))));
        return escapes;
    }
}
