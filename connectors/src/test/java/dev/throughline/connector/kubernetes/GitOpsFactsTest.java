package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Throughline;
import dev.throughline.connector.support.Collected;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitOpsFactsTest {
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String WEB = "workload:prod-eu/shop/Deployment/web PROVISIONED_BY repository:";
    private static final String IN_CLUSTER = "{server: 'https://kubernetes.default.svc', name: ''}";
    private static final String CONFIG = "source: {repoURL: 'https://github.com/acme/config.git', path: prod/shop}";
    private static final String WEB_SYNCED =
            "{group: apps, kind: Deployment, namespace: shop, name: web, status: Synced}";
    private static final String GIT = """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: config, namespace: flux-system}
        spec: {url: 'ssh://git@github.com/acme/config'}
        """;

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void runOneDeployment() {
        dump = new DumpFolder(folder).with("web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: {helm.toolkit.fluxcd.io/name: web, helm.toolkit.fluxcd.io/namespace: apps}
            spec:
              template: {spec: {containers: [{name: app, image: ghcr.io/acme/web:1}]}}
            """);
    }

    private static String application(String destination, String source, String resource, String sync) {
        return """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: shop, namespace: argocd}
            spec:
              destination: %s
              %s
            status:
              sync: %s
              resources: [%s]
            """.formatted(destination, source, sync, resource);
    }

    private static String kustomization(String spec, String revision, String id) {
        return """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: shop, namespace: flux-system}
            spec: {%s}
            status:
              lastAppliedRevision: '%s'
              inventory: {entries: [{id: '%s', v: v1}]}
            """.formatted(spec, revision, id);
    }

    private static String helmRelease(String spec) {
        return """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: web, namespace: apps}
            spec: {%s}
            """.formatted(spec);
    }

    private static String provisioned(Collected read) {
        assertThat(read.rejections()).isEmpty();
        return String.join("\n", read.relations(RelationType.PROVISIONED_BY));
    }

    @Test
    void readsWhatArgoCdApplied() {
        String application = application(IN_CLUSTER, CONFIG, WEB_SYNCED, "{status: Synced, revision: " + SHA + "}");

        assertThat(provisioned(dump.with("argo.yaml", application).read()))
                .isEqualTo(WEB
                        + "github.com/acme/config {application=Application argocd/shop, listedBy=Application"
                        + " argocd/shop, path=prod/shop, revision="
                        + SHA + "}");
    }

    @Test
    void namesNoRevisionForAWorkloadThatIsNotAsItSays() {
        String outOfSync = WEB_SYNCED.replace("Synced", "OutOfSync");
        String application = application("{name: in-cluster}", CONFIG, outOfSync, "{revision: " + SHA + "}");

        assertThat(provisioned(dump.with("argo.yaml", application).read()))
                .isEqualTo(WEB
                        + "github.com/acme/config {application=Application argocd/shop, listedBy=Application"
                        + " argocd/shop, path=prod/shop}");
    }

    @Test
    void tellsSourcesInGitFromCharts() {
        String sources = """
            sources:
              - {repoURL: 'https://charts.acme.dev', chart: shop, targetRevision: 1.2.3}
              - {repoURL: 'oci://ghcr.io/acme/manifests', path: .}
              - {repoURL: 'https://github.com/acme/config', path: b}
              - {repoURL: 'git@github.com:Acme/Config.git', path: a}
              - {repoURL: 'https://gitlab.com/acme/values', ref: values}
            """.indent(2).strip();
        String sync = "{revisions: [1.2.3, 'sha256:0', " + SHA + ", " + SHA + "]}";

        assertThat(provisioned(dump.with("argo.yaml", application(IN_CLUSTER, sources, WEB_SYNCED, sync))
                        .read()))
                .isEqualTo(WEB
                        + "github.com/acme/config {application=Application argocd/shop, listedBy=Application"
                        + " argocd/shop, path=a,b, revision="
                        + SHA
                        + "}\n" + WEB
                        + "gitlab.com/acme/values {application=Application argocd/shop, listedBy=Application"
                        + " argocd/shop}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{server: 'https://10.1.2.3:6443'}",
                "{name: prod-us}",
                "{namespace: shop}",
                "{server: 'https://x', name: in-cluster}"
            })
    void leavesOutApplicationsOfOtherClusters(String destination) {
        String application = application(destination, CONFIG, WEB_SYNCED, "{}");

        assertThat(provisioned(dump.with("argo.yaml", application).read())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{group: apps, kind: Deployment, namespace: shop, name: gone}",
                "{group: apps, kind: Deployment, namespace: other, name: web}",
                "{group: apps.acme.dev, kind: Deployment, namespace: shop, name: web}",
                "{kind: Service, namespace: shop, name: web}",
                "{kind: Namespace, name: shop}"
            })
    void inventsNoWorkload(String resource) {
        Collected read = dump.with("argo.yaml", application(IN_CLUSTER, CONFIG, resource, "{}"))
                .read();

        assertThat(provisioned(read)).isEmpty();
        assertThat(read.all(Repository.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "main@sha1:0123456789abcdef0123456789abcdef01234567, 0123456789abcdef0123456789abcdef01234567",
        "release/2/0123456789abcdef0123456789abcdef01234567, 0123456789abcdef0123456789abcdef01234567",
        "v1.2.3, v1.2.3"
    })
    void readsWhatAKustomizationOfFluxApplied(String revision, String kept) {
        String spec = "path: ./prod, sourceRef: {kind: GitRepository, name: config}";
        dump.with("git.yaml", GIT).with("shop.yaml", kustomization(spec, revision, "shop_web_apps_Deployment"));

        assertThat(provisioned(dump.read()))
                .isEqualTo(WEB
                        + "github.com/acme/config {application=Kustomization flux-system/shop, listedBy=Kustomization"
                        + " flux-system/shop, path=./prod, revision="
                        + kept + "}");
    }

    @Test
    void readsCoreObjectsAndRolesOfAnInventory() {
        dump.with("git.yaml", GIT)
                .with(
                        "shop.yaml",
                        kustomization(
                                "sourceRef: {kind: GitRepository, name: config}",
                                "",
                                "shop_debug__Pod'}, {id: '_system__shop_rbac.authorization.k8s.io_ClusterRole"))
                .with("pod.yaml", """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: debug, namespace: shop}
                    spec: {containers: [{name: sh, image: busybox}]}
                    """);

        assertThat(provisioned(dump.read()))
                .isEqualTo("workload:prod-eu/shop/Pod/debug PROVISIONED_BY repository:github.com/acme/config"
                        + " {application=Kustomization flux-system/shop, listedBy=Kustomization flux-system/shop}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sourceRef: {kind: GitRepository, name: unknown}",
                "sourceRef: {kind: OCIRepository, name: config}",
                "kubeConfig: {secretRef: {name: prod-us}}, sourceRef: {kind: GitRepository, name: config}"
            })
    void saysNothingOfAKustomizationWhoseRepositoryOrClusterIsUnknown(String spec) {
        dump.with("git.yaml", GIT).with("shop.yaml", kustomization(spec, "", "shop_web_apps_Deployment"));

        assertThat(provisioned(dump.read())).isEmpty();
    }

    @Test
    void findsTheWorkloadsOfAHelmReleaseByTheirLabels() {
        String ref = "{kind: GitRepository, name: config, namespace: flux-system}";
        dump.with("git.yaml", GIT)
                .with("helm.yaml", helmRelease("chart: {spec: {chart: ./charts/web, sourceRef: " + ref + "}}"));

        assertThat(provisioned(dump.read()))
                .isEqualTo(WEB + "github.com/acme/config {application=HelmRelease apps/web, path=./charts/web}");
    }

    @Test
    void knowsWhatAHelmReleaseListsFromWhatOnlyNamesIt() {
        String ref = "{kind: GitRepository, name: config, namespace: flux-system}";
        dump.with("git.yaml", GIT).with("helm.yaml", """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: web, namespace: apps}
            spec: {chart: {spec: {chart: ./charts/web, sourceRef: %s}}}
            status: {inventory: {entries: [{id: shop_web_apps_Deployment, v: v1}]}}
            """.formatted(ref));

        assertThat(provisioned(dump.read()))
                .isEqualTo(WEB + "github.com/acme/config {application=HelmRelease apps/web, listedBy=HelmRelease"
                        + " apps/web, path=./charts/web}");
    }

    @Test
    void saysNothingOfAChartFromARegistry() {
        dump.with("git.yaml", GIT)
                .with(
                        "helm.yaml",
                        helmRelease("chart: {spec: {chart: web, sourceRef: {kind: HelmRepository, name: config}}}"));

        assertThat(provisioned(dump.read())).isEmpty();
    }

    @Test
    void rejectsAnAddressWithoutRepeatingIt() {
        String source = "source: {repoURL: 'ftp://mira:hunter2@acme.dev/x/y'}";
        Collected read = dump.with("argo.yaml", application(IN_CLUSTER, source, WEB_SYNCED, "{}"))
                .read();

        assertThat(read.rejections())
                .singleElement()
                .hasToString("argo.yaml /0/spec/source/repoURL: not the address of a Git repository");
        assertThat(read.relations(RelationType.PROVISIONED_BY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{group: apps, kind: 7, namespace: shop, name: web} | /0/status/resources/0/kind: expected a string,"
                        + " found number",
                "{kind: Deployment} | /0/status/resources/0/name: this field is required and has no value"
            })
    void rejectsAnApplicationOfWrongShapeOnce(String resource, String error) {
        Collected read = dump.with("argo.yaml", application(IN_CLUSTER, CONFIG, resource, "{}"))
                .read();

        assertThat(read.rejections()).singleElement().hasToString("argo.yaml " + error);
    }

    @Test
    void rejectsAnInventoryThatNamesNoObjects() {
        Collected read =
                dump.with("shop.yaml", kustomization("", "", "shop/web")).read();

        assertThat(read.rejections())
                .singleElement()
                .hasToString("shop.yaml /0/status/inventory/entries/0/id: expected <namespace>_<name>_<group>_<kind>");
    }

    @Test
    void leavesOutNamesakesOfOtherGroups() {
        dump.with(
                        "kustomization.yaml",
                        "{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization, metadata: {name: x}}")
                .with("app.yaml", "{apiVersion: app.k8s.io/v1beta1, kind: Application, metadata: {name: x}}");

        assertThat(provisioned(dump.read())).isEmpty();
    }

    @Test
    void tellsTheMappingWhichCommitDeployedTheWorkload() {
        AssetKey config = AssetKey.repository("github.com/acme/config");
        dump.with("argo.yaml", application(IN_CLUSTER, CONFIG, WEB_SYNCED, "{revision: " + SHA + "}"));

        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(dump.connector());
            assertThat(throughline
                            .assess()
                            .mapping()
                            .deployedFrom(new AssetKey("workload:prod-eu/shop/Deployment/web")))
                    .singleElement()
                    .satisfies(origin -> {
                        assertThat(origin.repository()).isEqualTo(config);
                        assertThat(origin.commit()).contains(AssetKey.commit(config, SHA));
                        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.DEPLOYMENT_TOOLING);
                        assertThat(origin.strongest().evidence().fields())
                                .containsEntry("application", "Application argocd/shop")
                                .containsEntry("path", "prod/shop");
                    });
        }
    }
}
