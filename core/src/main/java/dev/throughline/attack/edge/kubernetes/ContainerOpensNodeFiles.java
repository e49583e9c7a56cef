package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/** A container with DAC_READ_SEARCH opens files of the node by their handles, past its own file system. */
final class ContainerOpensNodeFiles extends ContainerEscape {
    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        AssetKey key = sandbox.container().key();
        return !sandbox.isPrivileged() && sandbox.has("DAC_READ_SEARCH")
                ? Optional.of(new Escape(
                        key,
                        Likelihood.MODERATE,
                        "its container has the capability DAC_READ_SEARCH",
                        "drop the capability DAC_READ_SEARCH of " + key.value()))
                : Optional.empty();
    }
}
