package dev.throughline.connector;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.throughline.connector.support.Collected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A parser reads whatever bytes, or refuses them with a reason. {@link HostileInputTest} says so of documents that somebody
 * thought of; {@code mvn -P fuzz} looks for others, guided by the coverage of one parser.
 */
final class ParserFuzzTest {
    @TempDir
    private Path folder;

    @MethodSource
    @FuzzTest
    void attestations(byte[] bytes) throws IOException {
        read("sigstore-bundle", bytes);
    }

    static List<byte[]> attestations() throws IOException {
        return seeds("sigstore-bundle");
    }

    @MethodSource
    @FuzzTest
    void aws(byte[] bytes) throws IOException {
        read("aws-inventory", bytes);
    }

    static List<byte[]> aws() throws IOException {
        return seeds("aws-inventory");
    }

    @MethodSource
    @FuzzTest
    void azure(byte[] bytes) throws IOException {
        read("azure-inventory", bytes);
    }

    static List<byte[]> azure() throws IOException {
        return seeds("azure-inventory");
    }

    @MethodSource
    @FuzzTest
    void epss(byte[] bytes) throws IOException {
        read("epss", bytes);
    }

    static List<byte[]> epss() throws IOException {
        return seeds("epss");
    }

    @MethodSource
    @FuzzTest
    void gcp(byte[] bytes) throws IOException {
        read("gcp-cai", bytes);
    }

    static List<byte[]> gcp() throws IOException {
        return seeds("gcp-cai");
    }

    @MethodSource
    @FuzzTest
    void kev(byte[] bytes) throws IOException {
        read("kev", bytes);
    }

    static List<byte[]> kev() throws IOException {
        return seeds("kev");
    }

    @MethodSource
    @FuzzTest
    void kubernetesJson(byte[] bytes) throws IOException {
        read("kubectl-json", bytes);
    }

    static List<byte[]> kubernetesJson() throws IOException {
        return seeds("kubectl-json");
    }

    @MethodSource
    @FuzzTest
    void kubernetesYaml(byte[] bytes) throws IOException {
        read("k8s-manifest", bytes);
    }

    static List<byte[]> kubernetesYaml() throws IOException {
        return seeds("k8s-manifest");
    }

    @MethodSource
    @FuzzTest
    void oci(byte[] bytes) throws IOException {
        read("oci-layout", bytes);
    }

    static List<byte[]> oci() throws IOException {
        return seeds("oci-layout");
    }

    @MethodSource
    @FuzzTest
    void osv(byte[] bytes) throws IOException {
        read("osv", bytes);
    }

    static List<byte[]> osv() throws IOException {
        return seeds("osv");
    }

    @MethodSource
    @FuzzTest
    void sarif(byte[] bytes) throws IOException {
        read("sarif", bytes);
    }

    static List<byte[]> sarif() throws IOException {
        return seeds("sarif");
    }

    @MethodSource
    @FuzzTest
    void terraform(byte[] bytes) throws IOException {
        read("terraform-state-json", bytes);
    }

    static List<byte[]> terraform() throws IOException {
        return seeds("terraform-state-json");
    }

    @MethodSource
    @FuzzTest
    void trivy(byte[] bytes) throws IOException {
        read("trivy-json", bytes);
    }

    static List<byte[]> trivy() throws IOException {
        return seeds("trivy-json");
    }

    private void read(String kind, byte[] bytes) throws IOException {
        Untrusted.isSound(kind, folder, bytes, new Collected());
    }

    private static List<byte[]> seeds(String kind) throws IOException {
        return CorpusFiles.found().small(kind);
    }
}
