package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.model.Node;
import dev.throughline.model.Pod;
import dev.throughline.model.RoleBinding;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterDumpTest {
    @TempDir
    private Path folder;

    private Assessment assess(int pods) throws IOException {
        ClusterDump.write(folder, pods);
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(KubernetesConnector.dump(folder).cluster("bench"));
            return throughline.assess();
        }
    }

    @Test
    void writesAClusterThatIsReadCompletely() throws IOException {
        Assessment assessment = assess(1_000);

        assertThat(assessment.gaps()).isEmpty();
        assertThat(assessment.graph().assets(Node.class)).hasSize(20);
        assertThat(assessment.graph().assets(Pod.class)).hasSize(1_000 + 3 * 20);
        assertThat(assessment.graph().assets(RoleBinding.class)).hasSizeGreaterThan(90);
    }

    @Test
    void hasAttackEdgesInProportionToItsSize() throws IOException {
        int small = assess(1_000).attackGraph().steps().size();
        int large = assess(4_000).attackGraph().steps().size();

        assertThat(large).isBetween(3 * small, 5 * small);
    }
}
