package dev.throughline.connector.kubernetes;

import static dev.throughline.connector.kubernetes.DumpFolder.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.Workload;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which workload a pod belongs to. */
final class OwnerChainTest {
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
    void aPodBelongsToTheDeploymentAboveItsReplicaSet() {
        Collected read = dump.with("web.yaml", deployment("containers: [{name: app}]\n"))
                .with("rs.yaml", """
                    apiVersion: apps/v1
                    kind: ReplicaSet
                    metadata:
                      name: web-6d5f
                      ownerReferences: [{kind: Deployment, name: web, controller: true}]
                    spec: {template: {spec: {containers: [{name: app}]}}}
                    """)
                .with("pod.yaml", """
                    apiVersion: v1
                    kind: Pod
                    metadata:
                      name: web-6d5f-x2x
                      ownerReferences: [{kind: ReplicaSet, name: web-6d5f, controller: true}]
                    spec: {nodeName: n1, containers: [{name: app}]}
                    status: {phase: Running, podIP: 10.1.2.3}
                    """)
                .read();

        assertThat(read.all(Workload.class)).extracting(Workload::key).containsExactly(WEB);
        assertThat(read.all(Pod.class))
                .containsExactly(new Pod(
                        new AssetKey("pod:prod-eu/default/web-6d5f-x2x"), "web-6d5f-x2x", "Running", "10.1.2.3"));
        assertThat(read.relations(RelationType.CONTAINS))
                .contains(WEB + " CONTAINS pod:prod-eu/default/web-6d5f-x2x", WEB + " CONTAINS " + APP);
        assertThat(read.relations(RelationType.SCHEDULED_ON))
                .containsExactly("pod:prod-eu/default/web-6d5f-x2x SCHEDULED_ON node:prod-eu/n1");
    }

    @Test
    void aPodBelongsToTheCronJobAboveItsJob() {
        Collected read = dump.with("all.yaml", """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly}
            spec:
              jobTemplate:
                spec: {template: {metadata: {labels: {app: nightly}}, spec: {containers: [{name: run}]}}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: nightly-1, ownerReferences: [{kind: CronJob, name: nightly, controller: true}]}
            spec: {template: {spec: {containers: [{name: run}]}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: nightly-1-a, ownerReferences: [{kind: Job, name: nightly-1, controller: true}]}
            spec: {containers: [{name: run}]}
            """).read();

        assertThat(read.all(Workload.class)).singleElement().satisfies(workload -> {
            assertThat(workload.key()).hasToString("workload:prod-eu/default/CronJob/nightly");
            assertThat(workload.labels()).containsExactly("app=nightly");
        });
    }

    @Test
    void theChainEndsAtAnOwnerThatIsNotInTheDumpAndItsNameIsNotTakenApart() {
        Collected read = dump.with("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-6d5f8b9c-x2x
              labels: {app: web}
              ownerReferences: [{kind: ReplicaSet, name: web-6d5f8b9c, controller: true}]
            spec: {containers: [{name: app, image: ghcr.io/acme/web:1}]}
            """).read();

        assertThat(read.all(Workload.class)).singleElement().satisfies(workload -> {
            assertThat(workload.key()).hasToString("workload:prod-eu/default/ReplicaSet/web-6d5f8b9c");
            assertThat(workload.labels()).containsExactly("app=web");
        });
        assertThat(read.all(Container.class)).extracting(Container::image).containsExactly("ghcr.io/acme/web:1");
    }

    @Test
    void anOwnerThatIsNotInTheDumpLooksLikeItsLargestRevision() {
        Collected read = dump.with("sets.yaml", """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: web-1, ownerReferences: [{kind: Rollout, name: web, controller: true}]}
            spec: {replicas: 0, template: {spec: {containers: [{name: app, image: acme/web:old}]}}}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: web-2, ownerReferences: [{kind: Rollout, name: web, controller: true}]}
            spec: {replicas: 2, template: {spec: {containers: [{name: app, image: acme/web:new}]}}}
            """).read();

        assertThat(read.all(Workload.class))
                .extracting(Workload::key)
                .containsExactly(new AssetKey("workload:prod-eu/default/Rollout/web"));
        assertThat(read.all(Container.class)).extracting(Container::image).containsExactly("acme/web:new");
    }

    @ParameterizedTest
    @CsvSource({"Node, true", "ReplicaSet, false"})
    void aPodThatNothingOfTheClusterControlsIsAWorkload(String owner, boolean controller) {
        Collected read = dump.with("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata:
              name: static
              namespace: kube-system
              ownerReferences: [{kind: %s, name: n1, controller: %s}]
            """.formatted(owner, controller)).read();

        assertThat(read.all(Workload.class))
                .extracting(Workload::key)
                .containsExactly(new AssetKey("workload:prod-eu/kube-system/Pod/static"));
    }

    @Test
    void ownersThatOwnEachOtherComeToAnEnd() {
        Collected read = dump.with("sets.yaml", """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: a, ownerReferences: [{kind: ReplicaSet, name: b, controller: true}]}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: b, ownerReferences: [{kind: ReplicaSet, name: a, controller: true}]}
            """).read();

        assertThat(read.all(Workload.class)).isNotEmpty();
    }

    @Test
    void aContainerThatOnlyThePodsHaveBelongsToTheWorkloadToo() {
        Collected read = dump.with("all.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec: {template: {spec: {containers: [{name: app}]}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0, ownerReferences: [{kind: StatefulSet, name: db, controller: true}]}
            spec:
              containers: [{name: app}, {name: istio-proxy, image: istio/proxyv2:1}]
              ephemeralContainers: [{name: debugger, image: busybox}]
            """).read();

        assertThat(read.all(Container.class))
                .extracting(Container::name)
                .containsExactly("app", "istio-proxy", "debugger");
    }
}
