package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.Optional;

/**
 * A container writes /proc/sys/kernel of the node: the program that the kernel starts as root when a process crashes.
 */
final class ContainerSetsCorePattern extends ContainerEscape {
    private static final String CORE_PATTERN = "/proc/sys/kernel";

    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    Optional<Escape> escape(Sandbox sandbox) {
        if (Boolean.FALSE.equals(sandbox.isRoot())) {
            return Optional.empty();
        }
        return sandbox.hostPaths().stream()
                .filter(path -> !path.readOnly() && path.holds(CORE_PATTERN))
                .findFirst()
                .map(path -> new Escape(
                        path.volume(),
                        sandbox.isRoot() == null ? Likelihood.MODERATE : Likelihood.EASY,
                        "it writes " + path.path() + " of the node, where the kernel looks up what to start on a crash",
                        "drop the hostPath volume " + path.path() + " of "
                                + sandbox.container().key().value()));
    }
}
