package dev.throughline.connector.kubernetes;

import static dev.throughline.connector.kubernetes.DumpFolder.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.RelationType;
import dev.throughline.model.Volume;
import dev.throughline.model.Workload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkloadFactsTest {
    private static final AssetKey WEB = new AssetKey("workload:prod-eu/default/Deployment/web");
    private static final AssetKey APP = new AssetKey("container:prod-eu/default/Deployment/web/app");

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startEmpty() {
        dump = new DumpFolder(folder);
    }

    @Test
    void readsTheWorkloadFromItsPodTemplate() {
        Collected read = dump.with("web.yaml", deployment("""
            hostNetwork: true
            hostPID: true
            automountServiceAccountToken: false
            serviceAccountName: runner
            containers: [{name: app, image: ghcr.io/acme/web:1}]
            """)).read();

        assertThat(read.all(Workload.class))
                .containsExactly(new Workload(
                        WEB,
                        "web",
                        "default",
                        "Deployment",
                        3L,
                        true,
                        true,
                        false,
                        false,
                        false,
                        List.of("app=web", "tier=front"),
                        List.of("meta.helm.sh/release-name=web"),
                        List.of()));
        assertThat(read.relations(RelationType.RUNS_AS))
                .containsExactly(
                        "workload:prod-eu/default/Deployment/web RUNS_AS serviceaccount:prod-eu/default/runner");
    }

    @Test
    void aWorkloadThatNamesNoServiceAccountRunsAsTheDefaultOne() {
        Collected read = dump.with("web.yaml", deployment("containers: []\n")).read();

        assertThat(read.relations(RelationType.RUNS_AS))
                .containsExactly(
                        "workload:prod-eu/default/Deployment/web RUNS_AS serviceaccount:prod-eu/default/default");
        assertThat(read.get(Workload.class, WEB).automountToken()).isNull();
    }

    @Test
    void aContainerHasTheSecurityContextOfItsPodWhereItHasNoneOfItsOwn() {
        Collected read = dump.with("web.yaml", deployment("""
            securityContext: {runAsUser: 1000, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
            initContainers: [{name: init}]
            containers:
            - name: app
              image: ghcr.io/acme/web:1
              ports: [{containerPort: 8080, name: http}, {containerPort: 53, protocol: UDP, hostPort: 5353}]
              securityContext:
                runAsUser: 0
                runAsNonRoot: false
                privileged: true
                allowPrivilegeEscalation: false
                appArmorProfile: {type: Unconfined}
                capabilities: {add: [CAP_SYS_ADMIN, net_raw], drop: [ALL]}
            """)).read();

        assertThat(read.get(Container.class, APP))
                .isEqualTo(new Container(
                        APP,
                        "app",
                        "ghcr.io/acme/web:1",
                        true,
                        0L,
                        false,
                        false,
                        List.of("SYS_ADMIN", "NET_RAW"),
                        List.of("http=8080/TCP", "53/UDP"),
                        List.of("5353/UDP"),
                        "app",
                        "RuntimeDefault",
                        "Unconfined"));
        AssetKey init = new AssetKey("container:prod-eu/default/Deployment/web/init");
        assertThat(read.get(Container.class, init))
                .isEqualTo(new Container(
                        init,
                        "init",
                        null,
                        false,
                        1000L,
                        true,
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        "init",
                        "RuntimeDefault",
                        null));
    }

    @Test
    void onTheNetworkOfTheNodeEveryPortIsAPortOfTheNode() {
        Collected read = dump.with("web.yaml", deployment("""
            hostNetwork: true
            containers: [{name: app, ports: [{containerPort: 9100}]}]
            """)).read();

        assertThat(read.get(Container.class, APP).hostPorts()).containsExactly("9100/TCP");
    }

    @Test
    void twoContainersOfOneNameCannotBe() {
        Collected read = dump.with("web.yaml", deployment("containers: [{name: app}, {name: app}]\n"))
                .read();

        assertThat(read.all(Workload.class)).isEmpty();
        assertThat(read.rejections()).hasSize(1);
    }

    @Test
    void readsPathsOfTheNodeAndHowTheyAreMounted() {
        Collected read = dump.with("web.yaml", deployment("""
            volumes:
            - {name: root, hostPath: {path: /}}
            - {name: logs, hostPath: {path: /var/log}}
            - {name: unused, hostPath: {path: /opt}}
            - {name: data, persistentVolumeClaim: {claimName: data}}
            - {name: scratch, emptyDir: {}}
            containers:
            - name: app
              volumeMounts:
              - {name: root, mountPath: /host, readOnly: true}
              - {name: logs, mountPath: /logs, readOnly: true}
              - {name: data, mountPath: /data}
              - {name: scratch, mountPath: /tmp}
            - name: sidecar
              volumeMounts: [{name: root, mountPath: /rw}]
            """)).read();

        String volumes = "volume:prod-eu/default/Deployment/web/";
        assertThat(read.all(Volume.class))
                .containsExactly(
                        new Volume(new AssetKey(volumes + "root"), "root", "hostPath", "/", false),
                        new Volume(new AssetKey(volumes + "logs"), "logs", "hostPath", "/var/log", true),
                        new Volume(new AssetKey(volumes + "unused"), "unused", "hostPath", "/opt", null),
                        new Volume(new AssetKey(volumes + "data"), "data", "persistentVolumeClaim", null, false));
        assertThat(read.relations(RelationType.CONTAINS)).contains(WEB + " CONTAINS " + volumes + "root");
        assertThat(read.relations(RelationType.MOUNTS))
                .containsExactlyInAnyOrder(
                        APP + " MOUNTS " + volumes + "root {path=/host, readOnly=true}",
                        APP + " MOUNTS " + volumes + "logs {path=/logs, readOnly=true}",
                        APP + " MOUNTS " + volumes + "data {path=/data, readOnly=false}",
                        "container:prod-eu/default/Deployment/web/sidecar MOUNTS " + volumes
                                + "root {path=/rw, readOnly=false}");
    }

    @Test
    void theClaimsOfAStatefulSetAreVolumes() {
        Collected read = dump.with("db.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              volumeClaimTemplates: [{metadata: {name: data}}]
              template:
                spec: {containers: [{name: app, volumeMounts: [{name: data, mountPath: /data}]}]}
            """).read();

        assertThat(read.all(Volume.class)).extracting(Volume::type).containsExactly("persistentVolumeClaim");
    }

    @Test
    void findsSecretsAndConfigMapsWhereverAPodTakesThemFrom() {
        Collected read = dump.with("web.yaml", deployment("""
            imagePullSecrets: [{name: pull}]
            volumes:
            - {name: a, secret: {secretName: tls}}
            - {name: b, configMap: {name: settings}}
            - name: c
              projected: {sources: [{secret: {name: token}}, {configMap: {name: ca}}]}
            - name: kube-api-access-abcde
              projected: {sources: [{configMap: {name: kube-root-ca.crt}}]}
            containers:
            - name: app
              envFrom: [{secretRef: {name: all}}, {configMapRef: {name: more}}]
              env:
              - {name: A, valueFrom: {secretKeyRef: {name: one, key: x}}}
              - {name: B, valueFrom: {configMapKeyRef: {name: other, key: x}}}
              volumeMounts: [{name: a, mountPath: /tls}, {name: a, mountPath: /etc/tls}]
            """)).read();

        assertThat(read.relations(RelationType.MOUNTS))
                .containsExactlyInAnyOrder(
                        WEB + " MOUNTS secretobject:prod-eu/default/tls {path=/etc/tls,/tls}",
                        WEB + " MOUNTS configmap:prod-eu/default/settings",
                        WEB + " MOUNTS secretobject:prod-eu/default/token",
                        WEB + " MOUNTS configmap:prod-eu/default/ca",
                        WEB + " MOUNTS secretobject:prod-eu/default/all",
                        WEB + " MOUNTS configmap:prod-eu/default/more",
                        WEB + " MOUNTS secretobject:prod-eu/default/one",
                        WEB + " MOUNTS configmap:prod-eu/default/other");
    }

    @Test
    void tellsContainersThatGoOnFromThoseThatEndAndTokensThatVolumesProject() {
        Collected read = dump.with("web.yaml", deployment("""
            initContainers: [{name: proxy, restartPolicy: Always}]
            containers: [{name: app}]
            volumes:
            - {name: cloud, projected: {sources: [{serviceAccountToken: {audience: sts.amazonaws.com}}]}}
            - {name: own, projected: {sources: [{serviceAccountToken: {path: token}}]}}
            - {name: kube-api-access-x, projected: {sources: [{serviceAccountToken: {audience: other}}]}}
            """)).read();

        AssetKey proxy = new AssetKey("container:prod-eu/default/Deployment/web/proxy");
        assertThat(read.get(Container.class, proxy).type()).isEqualTo("sidecar");
        assertThat(read.get(Workload.class, WEB).tokenAudiences()).containsExactly("", "sts.amazonaws.com");
    }
}
