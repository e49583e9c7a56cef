package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Yaml;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the items of a list in JSON only what is asked for is read, of documents in YAML all: both say the same. */
final class ObjectShapeTest {
    private static final List<String> OBJECTS = List.of("""
        {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "n1", "labels": {"zone": "a"}},
         "spec": {"providerID": "aws:///eu-west-1a/i-1"},
         "status": {"addresses": [{"type": "ExternalIP", "address": "203.0.113.9"}], "capacity": {"cpu": "4"},
          "nodeInfo": {"kubeletVersion": "v1.30.1"}, "images": [{"names": ["a"]}]}}
        """, """
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"name": "web-1", "namespace": "shop", "labels": {"app": "web"}, "uid": "1",
          "annotations": {"team": "web", "kubectl.kubernetes.io/last-applied-configuration": "{}"},
          "ownerReferences": [{"apiVersion": "v1", "kind": "ReplicaSet", "name": "web", "controller": true, "uid": "2"}],
          "managedFields": [{"manager": "kubectl"}]},
         "spec": {"nodeName": "n1", "hostNetwork": true, "serviceAccountName": "web", "priority": 0,
          "tolerations": [{"key": "a"}], "securityContext": {"runAsNonRoot": false},
          "initContainers": [{"name": "init", "image": "ghcr.io/acme/init:1", "command": ["sh"]}],
          "containers": [{"name": "app", "image": "ghcr.io/acme/web:1", "args": ["--x"],
           "env": [{"name": "T", "valueFrom": {"secretKeyRef": {"name": "db", "key": "t", "optional": true}}},
            {"name": "U", "value": "v"}],
           "envFrom": [{"configMapRef": {"name": "settings"}}],
           "ports": [{"containerPort": 8080, "name": "http", "hostPort": 80}],
           "livenessProbe": {"httpGet": {"port": 1}}, "resources": {"limits": {"cpu": "1"}},
           "securityContext": {"privileged": true, "capabilities": {"add": ["SYS_ADMIN"], "drop": ["ALL"]}},
           "volumeMounts": [{"name": "root", "mountPath": "/host", "readOnly": false}]}],
          "volumes": [{"name": "root", "hostPath": {"path": "/"}},
           {"name": "token", "projected": {"sources": [{"serviceAccountToken": {"path": "t", "audience": "sts"}}]}}]},
         "status": {"phase": "Running", "podIP": "10.0.0.1", "startTime": "2026-10-01T08:00:00Z",
          "conditions": [{"type": "Ready"}],
          "containerStatuses": [{"name": "app", "ready": true,
           "imageID": "ghcr.io/acme/web@sha256:13d22ec63300e16014d4a42aed735207a8b33c223cff19627dd3042e5a10a3a0"}]}}
        """, """
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "shop"},
         "spec": {"type": "LoadBalancer", "selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": "http"}]},
         "status": {"loadBalancer": {"ingress": [{"ip": "203.0.113.7"}]}}}
        """);

    @TempDir
    private Path folder;

    @Test
    void anItemOfAListInJsonSaysWhatTheSameObjectSaysInYaml() {
        Collected list = list(OBJECTS);

        assertThat(list.facts()).isEqualTo(documents(OBJECTS).facts()).hasSizeGreaterThan(20);
    }

    @Test
    void podsThatAreAlikeSayInAListWhatTheySayAlone() {
        String pod = OBJECTS.get(1);
        List<String> pods = new ArrayList<>();
        for (String other : List.of(
                pod,
                pod.replace("\"audience\": \"sts\"", "\"audience\": \"vault\""),
                pod.replace("ghcr.io/acme/web:1", "GHCR.io/::"),
                pod.replace("ghcr.io/acme/web@sha256:", "ghcr.io/acme/web@sha25:"),
                pod.replace("SYS_ADMIN", "NET_RAW"),
                pod.replace("\"app\": \"web\"", "\"app\": \"shop\""),
                pod.replace("\"runAsNonRoot\": false", "\"runAsNonRoot\": true"),
                pod.replace("\"serviceAccountName\": \"web\", ", ""),
                pod.replace("\"controller\": true", "\"controller\": false"))) {
            for (int i = 0; i < 3; i++) {
                pods.add(other.replace("\"web-1\"", "\"web-" + pods.size() + "\""));
            }
        }

        Collected list = list(pods);

        assertThat(list.facts()).isEqualTo(documents(pods).facts()).hasSizeGreaterThan(100);
        assertThat(list.rejections())
                .hasSameSizeAs(documents(pods).rejections())
                .hasSize(6);
    }

    @Test
    void realObjectsSayTheSameInBothForms() throws IOException {
        List<String> objects = new ArrayList<>();
        for (Path file : KubernetesCorpusTest.filesOf("k8s-manifest")) {
            add(KubernetesCorpusTest.CORPUS.resolve(file), objects);
        }

        assertThat(list(objects).facts()).isEqualTo(documents(objects).facts()).hasSizeGreaterThan(100);
    }

    /** Templates are no YAML. */
    private static void add(Path file, List<String> objects) {
        try {
            Yaml.documents(InputFile.of(file), JsonLimits.DEFAULT, document -> {
                String kind = document.node().path("kind").asText("List");
                if (!kind.endsWith("List")) {
                    objects.add(document.node().toString());
                }
            });
        } catch (SourceException e) {
            assertThat(e).hasMessageContaining(InputFile.of(file).name());
        }
    }

    private Collected list(List<String> objects) {
        String items = String.join(",", objects);
        return new DumpFolder(folder.resolve("list"))
                .with("all.json", "{\"kind\": \"List\", \"apiVersion\": \"v1\", \"items\": [" + items + "]}")
                .read();
    }

    private Collected documents(List<String> objects) {
        return new DumpFolder(folder.resolve("documents"))
                .with("all.yaml", String.join("\n---\n", objects))
                .read();
    }
}
