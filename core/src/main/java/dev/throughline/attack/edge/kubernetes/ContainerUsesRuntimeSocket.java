package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container speaks to the container runtime of its node, which starts privileged containers for it. A read-only mount
 * is enough.
 */
final class ContainerUsesRuntimeSocket extends ContainerEscape {
    private static final List<String> SOCKETS = Stream.of(
                    "docker.sock",
                    "containerd/containerd.sock",
                    "crio/crio.sock",
                    "cri-dockerd.sock",
                    "dockershim.sock",
                    "k3s/containerd/containerd.sock",
                    "podman/podman.sock")
            .flatMap(socket -> Stream.of("/var/run/" + socket, "/run/" + socket))
            .toList();

    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1610");
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.hostPaths().stream()
                .filter(path -> SOCKETS.stream().anyMatch(path::holds))
                .map(path -> new Escape(
                        path.volume(),
                        SOCKETS.contains(path.path()) ? Likelihood.TRIVIAL : Likelihood.EASY,
                        "it can speak to the container runtime of the node",
                        List.of(path.remedy(sandbox.container().key()))))
                .toList();
    }
}
