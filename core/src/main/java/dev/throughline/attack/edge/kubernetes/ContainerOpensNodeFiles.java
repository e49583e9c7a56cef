package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;

/** A container with DAC_READ_SEARCH opens files of the node by their handles, past its own file system. */
final class ContainerOpensNodeFiles extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.added("DAC_READ_SEARCH").stream()
                .map(added -> new Escape(
                        sandbox.container().key(),
                        Likelihood.MODERATE,
                        "its container has the capability DAC_READ_SEARCH",
                        List.of(sandbox.without(added))))
                .toList();
    }
}
