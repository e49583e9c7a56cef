package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Cluster;
import dev.throughline.model.ConfigObject;
import dev.throughline.model.Namespace;
import dev.throughline.model.Node;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretObject;
import dev.throughline.model.Workload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KubernetesConnectorTest extends ConnectorContract {
    static final String SHOP = """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels: {pod-security.kubernetes.io/enforce: baseline, team: web}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: db, namespace: shop}
        type: Opaque
        data: {password: EXAMPLE-not-a-real-secret, user: EXAMPLE-not-a-real-secret}
        stringData: {url: EXAMPLE-not-a-real-secret}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data: {currency: EXAMPLE-not-a-real-secret}
        binaryData: {logo: EXAMPLE-not-a-real-secret}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: EXAMPLE-not-a-real-secret
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: app
                image: ghcr.io/acme/web:1
                env: [{name: TOKEN, value: EXAMPLE-not-a-real-secret}]
                args: ["--token", "EXAMPLE-not-a-real-secret"]
        """;

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startEmpty() {
        dump = new DumpFolder(folder);
    }

    @Override
    protected Connector connector() {
        return dump.with("shop.yaml", SHOP).connector();
    }

    @Test
    void everyNamespaceIsAPartitionAndWhatIsInNoneIsAnother() {
        Listing listing = connector().list();

        assertThat(connector().scope()).hasToString("kubernetes:prod-eu");
        assertThat(listing.partitions()).extracting(Partition::name).containsExactly("cluster", "namespaces/shop");
    }

    @Test
    void readsNamesOfEntriesButNoValues() {
        Collected read = dump.with("shop.yaml", SHOP).read();

        assertThat(read.all(SecretObject.class))
                .containsExactly(new SecretObject(
                        new AssetKey("secretobject:prod-eu/shop/db"),
                        "db",
                        "Opaque",
                        List.of("password", "url", "user")));
        assertThat(read.all(ConfigObject.class))
                .containsExactly(new ConfigObject(
                        new AssetKey("configmap:prod-eu/shop/settings"), "settings", List.of("currency", "logo")));
    }

    @Test
    void readsTheClusterItsNodesAndItsNamespaces() {
        Collected read = dump.with("shop.yaml", SHOP).with("nodes.yaml", """
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            spec: {providerID: "aws:///eu-west-1a/i-1"}
            status:
              addresses:
              - {type: InternalIP, address: 10.0.0.7}
              - {type: ExternalIP, address: 203.0.113.9}
              nodeInfo: {kubeletVersion: v1.31.2}
            """).read();

        assertThat(read.all(Cluster.class))
                .containsExactly(new Cluster(new AssetKey("cluster:prod-eu"), "prod-eu", null));
        assertThat(read.all(Node.class))
                .containsExactly(new Node(
                        new AssetKey("node:prod-eu/n1"),
                        "n1",
                        List.of("10.0.0.7"),
                        List.of("203.0.113.9"),
                        "aws:///eu-west-1a/i-1",
                        "v1.31.2"));
        assertThat(read.all(Namespace.class))
                .containsExactly(new Namespace(
                        new AssetKey("namespace:prod-eu/shop"),
                        "shop",
                        "baseline",
                        List.of("pod-security.kubernetes.io/enforce=baseline", "team=web")));
        assertThat(read.relations(RelationType.CONTAINS))
                .contains(
                        "cluster:prod-eu CONTAINS node:prod-eu/n1",
                        "cluster:prod-eu CONTAINS namespace:prod-eu/shop",
                        "namespace:prod-eu/shop CONTAINS secretobject:prod-eu/shop/db",
                        "namespace:prod-eu/shop CONTAINS workload:prod-eu/shop/Deployment/web");
    }

    @Test
    void aNodeWithoutAStatusHasUnknownAddresses() {
        Node node = dump.with("n.yaml", "{apiVersion: v1, kind: Node, metadata: {name: n1}}")
                .read()
                .all(Node.class)
                .get(0);

        assertThat(node.externalAddresses()).isNull();
    }

    @Test
    void aNamespaceThatIsNotDescribedExistsNonetheless() {
        Collected read = dump.with("pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}}")
                .read();

        assertThat(read.all(Namespace.class))
                .containsExactly(new Namespace(new AssetKey("namespace:prod-eu/default"), "default", null, null));
    }

    @Test
    void readsAListWhoseKindStandsBehindItems() {
        Collected read = dump.with("all.json", """
            {"apiVersion": "v1", "items": [
              {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}},
              {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "b"}, "spec": {}}
            ], "kind": "List"}\
            """).read();

        assertThat(read.all(Workload.class)).extracting(Workload::type).containsExactlyInAnyOrder("Pod", "Deployment");
    }

    @Test
    void itemsOfATypedListHaveItsKindThoughItStandsBehindThem() {
        Collected read = dump.with("x.json", """
            {"items": [{"metadata": {"name": "b"}}, {"kind": "Pod", "metadata": {"name": "a"}}],
             "kind": "DeploymentList", "apiVersion": "apps/v1"}\
            """).read();

        assertThat(read.all(Workload.class))
                .extracting(Workload::key)
                .containsExactlyInAnyOrder(
                        new AssetKey("workload:prod-eu/default/Deployment/b"),
                        new AssetKey("workload:prod-eu/default/Pod/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pods.json", "authentication_pods.json", "pods/kube-system.json", "pods.v1.json", "a/Pods.yaml"})
    void itemsThatNobodyNamesTheKindOfHaveThatOfTheFile(String file) {
        Collected read = dump.with(file, "{\"items\": [{\"metadata\": {\"name\": \"a\"}}]}")
                .read();

        assertThat(read.all(Pod.class)).extracting(Pod::name).containsExactly("a");
    }

    @Test
    void readsAListWrittenAsYaml() {
        Collected read = dump.with("list.yml", """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: x}}
            """).read();

        assertThat(read.all(Pod.class)).extracting(Pod::key).containsExactly(new AssetKey("pod:prod-eu/x/a"));
    }

    @Test
    void readsASingleObjectInJson() {
        Collected read = dump.with(
                        "p.json", "{\"kind\": \"Pod\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"a\"}}")
                .read();

        assertThat(read.all(Pod.class)).hasSize(1);
    }

    @Test
    void objectsOfOtherGroupsAreNotTakenForThoseOfTheSameName() {
        Collected read = dump.with("p.yaml", """
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: {name: a}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: b}
            """).read();

        assertThat(read.assets()).hasOnlyElementsOfType(Cluster.class);
        assertThat(read.rejections()).isEmpty();
    }

    @Test
    void theSameObjectInTwoExportsIsNoContradiction() {
        Collected read = dump.with("a.yaml", SHOP).with("b.yaml", SHOP).read();

        assertThat(read.rejections()).isEmpty();
    }

    @Test
    void anotherDescriptionOfTheSameObjectIsRejected() {
        Collected read = dump.with("a.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {hostPID: true}}")
                .with("b.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}}")
                .read();

        assertThat(read.all(Workload.class)).extracting(Workload::hostPid).containsExactly(true);
        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactly("b.yaml /0: described differently before; the first description counts");
    }

    @Test
    void readsTheFilesThatAreNamedWhateverTheyAreCalled() {
        dump.with("shop.yaml", SHOP).with("other.export", "{apiVersion: v1, kind: Pod, metadata: {name: p}}");

        Listing listing = KubernetesConnector.dump(folder, List.of(Path.of("other.export")))
                .cluster("prod-eu")
                .list();

        assertThat(listing.partitions()).extracting(Partition::name).containsExactly("cluster", "namespaces/default");
    }

    @Test
    void aClusterNeedsAName() {
        assertThatThrownBy(() -> KubernetesConnector.dump(folder).scope())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cluster");
    }
}
