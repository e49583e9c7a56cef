package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KubernetesConnectorTest extends ConnectorContract {
    private static final String SHOP = """
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
    void itemsWhoseKindNothingTellsMakeTheFileUnreadable() {
        dump.with("shop.yaml", SHOP).with("export.json", "{\"items\": [{\"metadata\": {\"name\": \"a\"}}]}");

        assertThat(dump.connector().list().completeness())
                .isEqualTo(Completeness.partial("export.json: neither the items nor the list nor the name of the file"
                        + " say what kind they are"));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list.yaml | {kind: List, items: 7} | list.yaml /0/items: expected an array, found number",
                "list.json | {\"kind\": \"List\", \"items\": 7} | list.json /items: expected an array, found number",
                "list.json | [] | list.json: expected an object, found array"
            })
    void aListThatIsNoneMakesTheFileUnreadable(String file, String content, String reason) {
        dump.with("shop.yaml", SHOP).with(file, content);

        assertThat(dump.connector().list().completeness()).isEqualTo(Completeness.partial(reason));
    }

    @Test
    void whatIsNoObjectIsRejected() {
        Collected read = dump.with("shop.yaml", SHOP)
                .with("values.yaml", "{replicas: 3}\n---\n[]\n")
                .read();

        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "values.yaml /0: an object without a kind", "values.yaml /1: expected a Kubernetes object");
    }

    @Test
    void aFileThatCannotBeReadMakesEveryPartitionPartial() {
        dump.with("shop.yaml", SHOP).with("broken.json", "{\"items\": [");

        Listing listing = dump.connector().list();

        assertThat(listing.completeness()).isInstanceOf(Completeness.Partial.class);
        assertThat(listing.partitions()).hasSize(2).allSatisfy(partition -> {
            Completeness completeness = partition.read(new Collected());
            assertThat(completeness).isInstanceOf(Completeness.Partial.class);
            assertThat(((Completeness.Partial) completeness).reason()).startsWith("broken.json 1:12");
        });
        assertThat(dump.read().all(SecretObject.class)).hasSize(1);
    }

    @Test
    void aDumpOfWhichNothingCanBeReadIsRefused() {
        dump.with("broken.json", "");

        assertThatThrownBy(() -> dump.connector().list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("there is nothing in it");
    }

    @Test
    void aFolderWithoutExportsIsRefused() {
        dump.with("notes.txt", "nothing");

        assertThatThrownBy(() -> dump.connector().list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("there is no file to read");
    }

    @Test
    void anErrorOfTheApiServerIsNotAnEmptyAnswer() {
        dump.with("shop.yaml", SHOP)
                .with(
                        "secrets.json",
                        "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"code\": 403}");

        assertThat(dump.connector().list().completeness())
                .isEqualTo(Completeness.partial("secrets.json: an error of the API server instead of objects"));
    }

    @Test
    void onePageOfAListIsNotTheList() {
        dump.with("pods.json", "{\"kind\": \"PodList\", \"metadata\": {\"continue\": \"abc\"}, \"items\": []}")
                .with("shop.yaml", SHOP);

        assertThat(dump.connector().list().completeness())
                .isEqualTo(Completeness.partial("pods.json: one page of a list that goes on elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n",
                "kind: Pod\n# ............\n{{- if .Values.enabled }}\nmetadata: {}\n"
            })
    void aTemplateIsRefusedAsWhatItIs(String template) {
        dump.with("shop.yaml", SHOP).with("chart.yaml", template);

        assertThat(dump.connector().list().completeness())
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial -> assertThat(partial.reason())
                                .matches("chart.yaml 3:[0-9]+: a template with .*render it first.*"));
    }

    @Test
    void aTemplateThatIsYamlIsRefusedByItsName() {
        Collected read = dump.with("chart.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: '{{ .Release.Name }}'}}")
                .read();

        assertThat(read.all(Pod.class)).isEmpty();
        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "chart.yaml /0/metadata/name: the name is a template, not a name: render the manifest first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "'%2e'", "''", "\"a\\u202eb\"", "7"})
    void anObjectWithAnImpossibleNameIsRejectedAlone(String name) {
        Collected read = dump.with("pods.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: good}
            """.formatted(name)).read();

        assertThat(read.all(Pod.class)).extracting(Pod::name).containsExactly("good");
        assertThat(read.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.source()).isEqualTo("pods.yaml");
            assertThat(rejection.position()).isEqualTo("/0/metadata/name");
        });
    }

    @Test
    void aValueOfAWrongTypeCostsItsObjectOnly() {
        Collected read = dump.with("pods.json", """
            {"kind": "PodList", "apiVersion": "v1", "items": [
              {"metadata": {"name": "a"}, "spec": {"hostNetwork": "yes"}},
              {"metadata": {"name": "b"}},
              7
            ]}\
            """).read();

        assertThat(read.all(Pod.class)).extracting(Pod::name).containsExactly("b");
        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "pods.json /items/0/spec/hostNetwork: expected a boolean, found string",
                        "pods.json /items/2: expected a Kubernetes object");
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
    void aFileBeyondItsLimitIsRefused() {
        dump.with("shop.yaml", SHOP).with("pods.json", "{\"items\": []}");

        assertThat(dump.connector().maxFileSize(100).list().completeness())
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial -> assertThat(partial.reason())
                                .startsWith("shop.yaml")
                                .contains("100"));
    }

    @Test
    void aClusterNeedsAName() {
        assertThatThrownBy(() -> KubernetesConnector.dump(folder).scope())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cluster");
    }
}
