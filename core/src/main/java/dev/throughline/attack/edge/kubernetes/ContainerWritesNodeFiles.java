package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;

/** A container writes files of the node that the node runs or obeys. */
final class ContainerWritesNodeFiles extends ContainerEscape {
    /** What the node runs, or reads to know what to run or whom to let in. */
    private static final List<String> OBEYED = List.of(
            "/bin",
            "/boot",
            "/dev",
            "/etc/cni",
            "/etc/cron.d",
            "/etc/cron.daily",
            "/etc/cron.hourly",
            "/etc/crontab",
            "/etc/kubernetes",
            "/etc/ld.so.preload",
            "/etc/passwd",
            "/etc/ssh",
            "/etc/sudoers",
            "/etc/systemd",
            "/home",
            "/lib",
            "/lib64",
            "/opt/cni/bin",
            "/proc",
            "/root",
            "/sbin",
            "/usr",
            "/var/lib/containerd",
            "/var/lib/docker",
            "/var/lib/kubelet",
            "/var/spool/cron");

    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1053");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.hostPaths().stream()
                .filter(path -> !path.readOnly() && path.touches(OBEYED))
                .map(path -> new Escape(
                        path.volume(),
                        Likelihood.EASY,
                        "it writes " + path.path() + " of the node",
                        List.of(path.remedy(sandbox.container().key()))))
                .toList();
    }
}
