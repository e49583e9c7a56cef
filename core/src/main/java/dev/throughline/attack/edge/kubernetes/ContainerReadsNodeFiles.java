package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;

/**
 * A container reads files of the node that open it: keys of SSH, of the kubelet, of the control plane. A read-only mount
 * is enough.
 */
final class ContainerReadsNodeFiles extends ContainerEscape {
    /** Where keys lie that sign in to the node or its cluster. */
    private static final List<String> KEYS = List.of(
            "/root/.ssh",
            "/home",
            "/etc/kubernetes",
            "/var/lib/kubelet/pki",
            "/var/lib/etcd",
            "/etc/rancher",
            "/var/lib/rancher");

    /** Where hashes of passwords and environments of processes lie. */
    private static final List<String> HINTS = List.of("/etc/shadow", "/proc/1");

    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1552.004");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.hostPaths().stream()
                .filter(path -> path.touches(KEYS) || path.touches(HINTS))
                .map(path -> new Escape(
                        path.volume(),
                        path.touches(KEYS) ? Likelihood.MODERATE : Likelihood.HARD,
                        "it reads " + path.path() + " of the node",
                        List.of(path.remedy(sandbox.container().key()))))
                .toList();
    }
}
