package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;

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
    List<Escape> escapes(Sandbox sandbox) {
        if (Boolean.FALSE.equals(sandbox.isRoot())) {
            return List.of();
        }
        return sandbox.hostPaths().stream()
                .filter(path -> !path.readOnly() && path.holds(CORE_PATTERN))
                .map(path -> new Escape(
                        path.volume(),
                        sandbox.isRoot() == null ? Likelihood.MODERATE : Likelihood.EASY,
                        "it writes " + path.path() + " of the node, where the kernel looks up what to start on a crash",
                        List.of(path.remedy(sandbox.container().key()))))
                .toList();
    }
}
