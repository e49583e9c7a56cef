package dev.throughline.connector.trivy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import dev.throughline.model.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of clusters: {@code trivy k8s} and Trivy-Operator. */
final class TrivyClusterTest extends ConnectorContract {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected TrivyConnector connector() {
        write("k8s.json", """
            {"ClusterName": "", "Resources": [{"Namespace": "shop", "Kind": "Deployment", "Name": "api", "Results": [
              {"Target": "registry.example/api:1 (alpine 3.12)", "Class": "os-pkgs", "Type": "alpine", "Vulnerabilities": [
                {"VulnerabilityID": "CVE-2024-1", "PkgName": "curl", "InstalledVersion": "8.0", "Severity": "HIGH",
                 "PkgIdentifier": {"PURL": "pkg:apk/alpine/curl@8.0"}}]},
              {"Target": "Deployment/api", "Class": "config", "Misconfigurations": [
                {"ID": "KSV014", "Title": "Root file system is not read-only", "Severity": "LOW", "Status": "FAIL",
                 "Message": "%1$s", "CauseMetadata": {"StartLine": 3}}]},
              {"Target": "/app/key.pem", "Class": "secret", "Secrets": [
                {"RuleID": "private-key", "Severity": "HIGH", "StartLine": 1, "Match": "%1$s", "Code": {"Lines": ["%1$s"]}}]}]}]}
            """.formatted(CANARY));
        write("operator.json", """
            {"apiVersion": "v1", "kind": "List", "items": [%s, %s, %s]}
            """.formatted(vulnerabilities(DIGEST), audit("ReplicaSet", "api-965685897"), secrets()));
        return TrivyConnector.files(folder).named("contract").cluster("prod");
    }

    private static String resource(String kind, String of, String name, String report) {
        return """
            {"apiVersion": "aquasecurity.github.io/v1alpha1", "kind": "%s", "metadata": {"name": "x", "namespace": "shop",
              "labels": {"trivy-operator.resource.kind": "%s", "trivy-operator.resource.name": "%s",
                "trivy-operator.resource.namespace": "shop", "trivy-operator.container.name": "api"}},
             "report": {%s}}
            """.formatted(kind, of, name, report);
    }

    private static String vulnerabilities(String digest) {
        return resource("VulnerabilityReport", "ReplicaSet", "api-965685897", """
            "artifact": {"repository": "acme/api", "tag": "1", "digest": "%s"}, "registry": {"server": "ghcr.io"},
            "updateTimestamp": "2026-01-02T03:04:05Z", "vulnerabilities": [
              {"vulnerabilityID": "CVE-2024-1", "resource": "curl", "installedVersion": "8.0", "fixedVersion": "8.1",
               "severity": "HIGH", "title": "curl", "score": 7.5, "target": "", "packagePURL": "pkg:apk/alpine/curl@8.0"}]
            """.formatted(digest));
    }

    private static String audit(String kind, String name) {
        return resource("ConfigAuditReport", kind, name, """
            "checks": [{"checkID": "KSV014", "title": "Root file system is not read-only", "severity": "LOW",
              "success": false, "messages": ["%s"]}, {"checkID": "KSV001", "severity": "LOW", "success": true}]
            """.formatted(CANARY));
    }

    private static String secrets() {
        return resource("ExposedSecretReport", "ReplicaSet", "api-965685897", """
            "artifact": {"repository": "acme/api", "tag": "1"}, "registry": {"server": "ghcr.io"},
            "secrets": [{"ruleID": "private-key", "severity": "HIGH", "target": "/app/key.pem", "title": "Key", "match": "%s"}]
            """.formatted(CANARY));
    }

    private void read(String report) {
        write("one.json", report);
        TrivyConnector.files(folder.resolve("one.json"))
                .cluster("prod")
                .list()
                .partitions()
                .get(0)
                .read(sink);
    }

    private Weakness only() {
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Weakness.class)).hasSize(1);
        return sink.all(Weakness.class).get(0);
    }

    private String affected() {
        assertThat(sink.relations(RelationType.AFFECTS)).hasSize(1);
        return sink.relations().stream()
                .filter(relation -> relation.type() == RelationType.AFFECTS)
                .findFirst()
                .orElseThrow()
                .to()
                .text();
    }

    @Test
    void whatIsFoundInAWorkloadIsAboutTheWorkload() {
        connector().list().partitions().get(0).read(sink);

        assertThat(sink.relations(RelationType.AFFECTS))
                .hasSize(3)
                .allMatch(relation -> relation.contains("AFFECTS workload:prod/shop/Deployment/api"));
        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::type)
                .containsExactly(WeaknessType.CONTAINER_IMAGE, WeaknessType.CLOUD, WeaknessType.SECRET);
        assertThat(sink.relations(RelationType.HAS_PACKAGE)).isEmpty();
    }

    @Test
    void itsKeyIsThatOfTheKubernetesConnector() {
        Path dump = write("deployment.json", """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "api", "namespace": "shop"}, "spec":
             {"template": {"spec": {"containers": [{"name": "api", "image": "ghcr.io/acme/api:1"}]}}}}
            """);
        KubernetesConnector.dump(dump).cluster("prod").list().partitions().forEach(p -> p.read(sink));

        assertThat(sink.all(Workload.class))
                .extracting(workload -> workload.key().text())
                .containsExactly("workload:prod/shop/Deployment/api");
    }

    @Test
    void theOlderFormHasTwoListsOfResources() {
        String resource = """
            [{"Namespace": "shop", "Kind": "StatefulSet", "Name": "db", "Results": [{"Target": "x", "Class": "os-pkgs", "%s": [
              {"VulnerabilityID": "CVE-2024-1", "PkgName": "curl", "ID": "KSV014", "Severity": "HIGH", "Status": "FAIL"}]}]}]
            """;
        read("{\"ClusterName\": \"arn:aws:eks:x\", \"Vulnerabilities\": %s, \"Misconfigurations\": %s}"
                .formatted(resource.formatted("Vulnerabilities"), resource.formatted("Misconfigurations")));

        assertThat(sink.all(Weakness.class)).hasSize(2);
        assertThat(sink.relations(RelationType.AFFECTS))
                .allMatch(relation -> relation.endsWith("AFFECTS workload:prod/shop/StatefulSet/db"));
    }

    @Test
    void whereTheOperatorNamesADigestItIsAboutTheImage() {
        read(vulnerabilities(DIGEST));

        assertThat(affected()).isEqualTo("image:" + DIGEST);
        assertThat(only().fixedVersion()).isEqualTo("8.1");
        assertThat(sink.all(Vulnerability.class).get(0).cvssScore()).isEqualTo(7.5);
        assertThat(sink.relations(RelationType.HOLDS))
                .singleElement()
                .asString()
                .contains("ghcr.io/acme/api");
        assertThat(sink.relations(RelationType.TAGGED))
                .singleElement()
                .asString()
                .contains("ghcr.io/acme/api:1");
    }

    @Test
    void withoutADigestItIsAboutTheWorkload() {
        read(vulnerabilities(""));

        assertThat(affected()).isEqualTo("workload:prod/shop/Deployment/api");
        assertThat(only().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aVulnerabilityOfAnImageHasTheKeyItHasInTheReportOfTheImage() {
        read(vulnerabilities(DIGEST));
        AssetKey ofOperator = only().key();
        Collected image = new Collected();
        TrivyConnector.files(write("image.json", """
            {"SchemaVersion": 2, "ArtifactType": "container_image", "Metadata": {"RepoDigests": ["ghcr.io/acme/api@%s"]},
             "Results": [{"Target": "api", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1",
               "PkgName": "curl", "InstalledVersion": "8.0", "PkgIdentifier": {"PURL": "pkg:apk/alpine/curl@8.0"}}]}]}
            """.formatted(DIGEST)))
                .list()
                .partitions()
                .get(0)
                .read(image);

        assertThat(image.all(Weakness.class)).extracting(Weakness::key).containsExactly(ofOperator);
    }

    @Test
    void aFailedCheckHasOneKeyFromBoth() {
        read(audit("ReplicaSet", "api-965685897"));
        AssetKey ofOperator = only().key();
        Collected k8s = new Collected();
        connector().list().partitions().get(0).read(k8s);

        assertThat(k8s.all(Weakness.class))
                .filteredOn(weakness -> weakness.type() == WeaknessType.CLOUD)
                .extracting(Weakness::key)
                .containsExactly(ofOperator);
    }

    @ParameterizedTest
    @CsvSource({
        "ReplicaSet, api-965685897, workload:prod/shop/Deployment/api",
        "ReplicaSet, api-v2, workload:prod/shop/ReplicaSet/api-v2",
        "Job, backup-28456780, workload:prod/shop/CronJob/backup",
        "Job, backup-1, workload:prod/shop/Job/backup-1",
        "DaemonSet, agent, workload:prod/shop/DaemonSet/agent",
        "Node, worker-1, node:prod/worker-1",
        "Role, reader, cluster:prod"
    })
    void anObjectIsWhatTheKubernetesConnectorCountsItAs(String kind, String name, String key) {
        read(audit(kind, name));

        assertThat(affected()).isEqualTo(key);
        assertThat(only().path()).isEqualTo(kind.equals("Role") ? "Role/shop/reader" : null);
    }

    @Test
    void whatCouldNotBeScannedMakesItPartial() {
        Path file = write("failed.json", """
            {"ClusterName": "x", "Resources": [{"Namespace": "shop", "Kind": "Pod", "Name": "api", "Error": "denied: %s"}]}
            """.formatted(CANARY));

        assertThat(TrivyConnector.files(file)
                        .cluster("prod")
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .isEqualTo(Completeness.partial("failed.json /Resources/0: could not be scanned"));
    }

    @Test
    void otherResourcesAreRejectedOneByOne() {
        read("{\"kind\": \"List\", \"items\": [{\"kind\": \"SbomReport\"}, %s]}".formatted(audit("Pod", "a/b")));

        assertThat(sink.assets()).isEmpty();
        assertThat(sink.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "one.json /items/0: a resource of kind 'SbomReport' is not read",
                        "one.json /items/1: the name is not one of a Kubernetes object");
    }

    /** The real reports as plain JSON, counted without anything of the connector. */
    @ParameterizedTest
    @CsvSource({
        "securecodebox/k8s-results_unexpected-attribute.json",
        "defectdojo/trivy/kubernetes.json",
        "defectdojo/trivy_operator/all_reports_in_dict.json",
        "defectdojo/trivy_operator/configauditreport_many.json",
        "defectdojo/trivy_operator/exposedsecretreport_many.json",
        "defectdojo/trivy_operator/vulnerabilityreport_many.json"
    })
    void findsAsManyWeaknessesAsAPlainCount(String file) throws IOException {
        assumeThat(CORPUS.resolve(file)).as("the corpus of real files").exists();
        Set<String> expected = new HashSet<>();
        count(new ObjectMapper().readTree(CORPUS.resolve(file).toFile()), "", expected);

        Completeness completeness = TrivyConnector.files(CORPUS, List.of(Path.of(file)))
                .cluster("prod")
                .list()
                .partitions()
                .get(0)
                .read(sink);

        assertThat(completeness).isEqualTo(Completeness.complete());
        assertThat(sink.rejections()) // one of them has a secret without a rule, made so
                .allMatch(rejection -> rejection.toString().contains("/Secrets/0/RuleID: this field is required"));
        assertThat(sink.all(Weakness.class).stream().map(Asset::key).distinct())
                .hasSameSizeAs(expected)
                .isNotEmpty();
    }

    private static void count(JsonNode node, String where, Set<String> found) {
        String place = where;
        if (node.has("Kind") && node.has("Name")) {
            place = node.path("Namespace") + "/" + node.path("Kind") + "/" + node.path("Name");
        } else if (node.has("metadata")) {
            place = node.path("metadata").path("name").asText();
        }
        for (String id : List.of("VulnerabilityID", "vulnerabilityID")) {
            if (node.has(id) && (node.has("PkgName") || node.has("resource"))) {
                found.add(place
                        + node.get(id)
                        + node.path("PkgName")
                        + node.path("InstalledVersion")
                        + node.path("resource")
                        + node.path("installedVersion"));
            }
        }
        if (node.has("checkID") && !node.path("success").asBoolean()) {
            found.add(place + node.get("checkID"));
        }
        if (node.has("ID") && node.path("Status").asText().equals("FAIL")) {
            found.add(place + node.get("ID"));
        }
        if (node.has("ruleID")) {
            found.add(place + node.get("ruleID") + node.path("target"));
        }
        for (JsonNode child : node) {
            count(child, place, found);
        }
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
