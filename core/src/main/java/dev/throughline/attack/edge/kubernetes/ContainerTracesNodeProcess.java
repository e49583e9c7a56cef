package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;

/** A container that sees the processes of the node and may trace them puts its code into one that runs as root. */
final class ContainerTracesNodeProcess extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1055.008");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        if (!sandbox.seesNodeProcesses()) {
            return List.of();
        }
        AssetKey key = sandbox.container().key();
        String statement = "its container may trace the processes of the node";
        List<Escape> escapes = new ArrayList<>();
        if (sandbox.isPrivileged()) {
            escapes.add(new Escape(
                    key, Likelihood.EASY, statement, List.of(sandbox.unprivileged(), sandbox.withoutNodeProcesses())));
        }
        sandbox.added("SYS_PTRACE")
                .forEach(added -> escapes.add(new Escape(
                        key,
                        sandbox.underAppArmor(Likelihood.EASY),
                        statement,
                        List.of(sandbox.without(added), sandbox.withoutNodeProcesses()))));
        return escapes;
    }
}
