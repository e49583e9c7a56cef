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
            "/etc/containerd",
            "/etc/crio",
            "/etc/cron.d",
            "/etc/cron.daily",
            "/etc/cron.hourly",
            "/etc/cron.monthly",
            "/etc/cron.weekly",
            "/etc/crontab",
            "/etc/docker",
            "/etc/init.d",
            "/etc/kubernetes",
            "/etc/ld.so.conf.d",
            "/etc/ld.so.preload",
            "/etc/modprobe.d",
            "/etc/pam.d",
            "/etc/passwd",
            "/etc/profile",
            "/etc/profile.d",
            "/etc/rancher",
            "/etc/rc.local",
            "/etc/shadow",
            "/etc/ssh",
            "/etc/sudoers",
            "/etc/sudoers.d",
            "/etc/systemd",
            "/etc/udev",
            "/home",
            "/lib",
            "/lib64",
            "/opt/cni/bin",
            "/opt/containerd",
            "/proc",
            "/root",
            "/run/systemd",
            "/sbin",
            "/sys/kernel/uevent_helper",
            "/usr",
            "/var/lib/cloud",
            "/var/lib/containerd",
            "/var/lib/containers",
            "/var/lib/docker",
            "/var/lib/etcd",
            "/var/lib/kubelet",
            "/var/lib/rancher",
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
