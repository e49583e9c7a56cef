package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerWritesNodeFilesTest {
    private static double mounting(String path, boolean readOnly) {
        return Agent.probability(Agent.mounting(path, readOnly, Map.of()), "ContainerWritesNodeFiles");
    }

    @ParameterizedTest
    @CsvSource({
        "/, false, EASY",
        "/etc/, false, EASY",
        "/etc/cron.d, false, EASY",
        "//etc/./systemd, false, EASY",
        "/var/lib/kubelet, false, EASY",
        "/usr/local/bin, false, EASY",
        "/opt/cni/bin, false, EASY",
        "/etc/sudoers.d, false, EASY",
        "/etc/profile.d, false, EASY",
        "/etc/rancher/k3s, false, EASY",
        "/var/lib/rancher, false, EASY",
        "/var/lib/etcd, false, EASY",
        "/run/systemd, false, EASY",
        "/sys, false, EASY"
    })
    void leadsToTheNodeFromAMountThatOpensIt(String path, boolean readOnly, Likelihood likelihood) {
        assertThat(mounting(path, readOnly)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/etc/ssl/certs, false",
        "/var/log/app, false",
        "/mnt/data, false",
        "/etcetera, false",
        "/sys/fs/bpf, false"
    })
    void doesNotLeadThereFromAnother(String path, boolean readOnly) {
        assertThat(mounting(path, readOnly)).isZero();
    }
}
