package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Listing;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workloads of which most wait in a temporary file. */
final class ManyWorkloadsTest {
    private static final String WORKLOADS = """
        {"kind": "List", "items": [
          {"kind": "Pod", "metadata": {"name": "web-1-a", "namespace": "shop", "labels": {"app": "web"},
              "ownerReferences": [{"kind": "ReplicaSet", "name": "web-1", "controller": true}],
              "annotations": {"meta.helm.sh/release-name": "web"}},
            "spec": {"nodeName": "n1", "serviceAccountName": "till", "automountServiceAccountToken": false,
              "hostNetwork": true, "hostPID": true, "hostIPC": true, "shareProcessNamespace": true,
              "securityContext": {"runAsUser": 0, "seccompProfile": {"type": "Unconfined"}},
              "volumes": [
                {"name": "root", "hostPath": {"path": "/"}},
                {"name": "data", "persistentVolumeClaim": {"claimName": "orders"}},
                {"name": "keys", "secret": {"secretName": "tls"}},
                {"name": "token", "projected": {"sources": [{"serviceAccountToken": {"audience": "vault", "path": "t"}}]}}],
              "initContainers": [{"name": "init", "image": "ghcr.io/acme/init:1"}],
              "containers": [{"name": "app", "image": "ghcr.io/acme/web:1",
                "securityContext": {"privileged": true, "runAsNonRoot": true, "allowPrivilegeEscalation": false,
                  "capabilities": {"add": ["SYS_ADMIN"]}, "appArmorProfile": {"type": "Unconfined"}},
                "ports": [{"name": "http", "containerPort": 8080, "hostPort": 80}],
                "envFrom": [{"configMapRef": {"name": "settings"}}],
                "volumeMounts": [{"name": "root", "mountPath": "/host", "readOnly": true}, {"name": "keys", "mountPath": "/tls"}]}]},
            "status": {"phase": "Running", "podIP": "10.0.0.7", "containerStatuses": [
              {"name": "app", "imageID": "ghcr.io/acme/web@sha256:%1$s"}, {"name": "init", "imageID": "sha256:%2$s"}]}},
          {"kind": "Pod", "metadata": {"name": "ingress-a", "namespace": "edge"}, "spec": {"containers": [
            {"name": "c", "args": ["--ingress-class=public"], "ports": [{"containerPort": 443}]}]}},
          {"kind": "Pod", "metadata": {"name": "bare", "namespace": "shop"}, "spec": {"containers": [{"name": "c"}]}},
          {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop",
              "labels": {"helm.toolkit.fluxcd.io/name": "web", "helm.toolkit.fluxcd.io/namespace": "flux"}},
            "spec": {"replicas": 3, "template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [
              {"name": "app", "image": "ghcr.io/acme/web:1"}]}}}},
          {"kind": "ReplicaSet", "apiVersion": "apps/v1", "metadata": {"name": "web-1", "namespace": "shop",
              "ownerReferences": [{"kind": "Deployment", "name": "web", "controller": true}]},
            "spec": {"template": {"spec": {"containers": [{"name": "app", "image": "ghcr.io/acme/web:1"}]}}}},
          {"kind": "Pod", "metadata": {"name": "bare", "namespace": "shop"}, "spec": {"containers": [{"name": "c"}]}},
          {"kind": "Pod", "metadata": {"name": "bare", "namespace": "shop"}, "spec": {"containers": [{"name": "d"}]}},
          {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop"}, "spec": {}},
          {"kind": "Service", "metadata": {"name": "web", "namespace": "shop"},
            "spec": {"selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": "http"}]}},
          {"kind": "Ingress", "apiVersion": "networking.k8s.io/v1", "metadata": {"name": "in", "namespace": "shop"},
            "spec": {"ingressClassName": "public", "defaultBackend": {"service": {"name": "web", "port": {"number": 80}}}}},
          {"kind": "ClusterRoleBinding", "apiVersion": "rbac.authorization.k8s.io/v1", "metadata": {"name": "all"},
            "roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [{"kind": "Group", "name": "system:serviceaccounts"}]}
        ]}
        """.formatted("a".repeat(64), "b".repeat(64));

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private final String usual = System.getProperty("java.io.tmpdir");

    @BeforeEach
    void temporaryFilesGoToAFolderOfTheirOwn() {
        System.setProperty("java.io.tmpdir", temporary.toString());
    }

    @AfterEach
    void temporaryFilesGoWhereTheyUsedTo() {
        System.setProperty("java.io.tmpdir", usual);
    }

    private KubernetesConnector connector() {
        return new DumpFolder(folder).with("all.json", WORKLOADS).connector();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void whatIsSaidOfThemIsTheSame(int held) {
        Collected inMemory = read(connector());
        Collected inFile = read(connector().holding(held));

        assertThat(inFile.facts()).isEqualTo(inMemory.facts());
        assertThat(inFile.rejections()).isEqualTo(inMemory.rejections());
        assertThat(inFile.records()).isEqualTo(inMemory.records());
        assertThat(inFile.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "all.json /items/6: described differently before; the first description counts",
                        "all.json /items/7: described differently before; the first description counts");
        assertThat(inFile.relations())
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("ingress-a") && text.contains("ingress:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s-manifest", "kubectl-json"})
    void soItIsOfRealOnes(String kind) throws IOException {
        KubernetesConnector real = KubernetesConnector.dump(
                        KubernetesCorpusTest.CORPUS, KubernetesCorpusTest.filesOf(kind))
                .cluster("corpus");

        Collected inMemory = read(real);
        Collected inFile = read(real.holding(7));

        assertThat(inFile.facts()).isEqualTo(inMemory.facts());
        assertThat(inFile.rejections()).isEqualTo(inMemory.rejections());
        assertThat(inFile.records()).isEqualTo(inMemory.records());
    }

    @Test
    void theFileIsGoneWhenTheListingIsClosed() {
        for (int i = 0; i < 2; i++) {
            try (Listing listing = bigConnector().list()) {
                assertThat(temporary).isNotEmptyDirectory();
                listing.partitions().forEach(partition -> partition.read(new Collected()));
            }
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void theFileIsGoneWhenNothingCanBeListed() {
        new DumpFolder(folder).with("all.json", WORKLOADS.replaceAll("(?s)\\{\"kind\": \"Service\".*", " oh "));

        assertThatThrownBy(() -> KubernetesConnector.dump(folder)
                        .cluster("prod-eu")
                        .holding(1)
                        .list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("all.json");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aFileThatIsCutFailsThePartitionsThatNeedIt() throws IOException {
        try (Listing listing = bigConnector().list()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary)) {
                for (Path file : files) {
                    Files.write(file, new byte[0]);
                }
            }

            assertThatThrownBy(() -> listing.partitions().get(1).read(new Collected()))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("namespace shop: its workloads cannot be kept in a temporary file");
        }
    }

    @Test
    void aFileThatCannotBeMadeFailsTheListing() {
        System.setProperty("java.io.tmpdir", temporary.resolve("missing").toString());

        assertThatThrownBy(() -> bigConnector().list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("its workloads cannot be kept in a temporary file");
    }

    @Test
    void aFileThatCannotBeMadeFailsAllPartitionsIfOtherExportsCouldBeRead() {
        System.setProperty("java.io.tmpdir", temporary.resolve("missing").toString());
        bigConnector();
        new DumpFolder(folder).with("a.yaml", "{kind: Pod, metadata: {name: a, namespace: a}, spec: {containers: []}}");

        try (Listing listing =
                KubernetesConnector.dump(folder).cluster("prod-eu").holding(5).list()) {
            assertThat(listing.partitions())
                    .isNotEmpty()
                    .allSatisfy(partition -> assertThatThrownBy(() -> partition.read(new Collected()))
                            .isInstanceOf(SourceException.class)
                            .hasMessage("namespace shop: its workloads cannot be kept in a temporary file"));
        }
    }

    /** More than temporary files hold in memory. */
    private KubernetesConnector bigConnector() {
        StringBuilder pods = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            pods.append("""
                {"kind": "Pod", "metadata": {"name": "p%d", "namespace": "shop"}, "spec": {"containers": [{"name": "c%d"}]}},
                """.formatted(i, i));
        }
        try {
            Files.writeString(
                    folder.resolve("pods.json"),
                    "{\"kind\": \"List\", \"items\": [" + pods.substring(0, pods.lastIndexOf(",")) + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return KubernetesConnector.dump(folder, List.of(Path.of("pods.json")))
                .cluster("prod-eu")
                .holding(5);
    }

    private static Collected read(KubernetesConnector connector) {
        Collected sink = new Collected();
        try (Listing listing = connector.list()) {
            listing.partitions().forEach(partition -> partition.read(sink));
        }
        return sink;
    }
}
