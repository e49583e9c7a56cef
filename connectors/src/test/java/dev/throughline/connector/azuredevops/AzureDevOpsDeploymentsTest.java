package dev.throughline.connector.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export says of who deployed to environments. */
class AzureDevOpsDeploymentsTest {
    private static final String RECORDS = "environments/5/environmentdeploymentrecords.json";

    @TempDir
    private Path folder;

    private final Collected facts = new Collected();

    @BeforeEach
    void writeAnEnvironment() throws IOException {
        Files.writeString(folder.resolve("projects.json"), "{\"value\": [{\"name\": \"Store\"}]}");
        write("environments.json", "{\"value\": [{\"id\": 5, \"name\": \"production\"}]}");
        write(
                "environments/5/kubernetes/3.json",
                "{\"id\": 3, \"type\": \"kubernetes\", \"clusterName\": \"aks-prod\", \"namespace\": \"payments\"}");
    }

    @Test
    void readsWhichBuildDeployedToWhichNamespaceOfWhichCluster() throws IOException {
        write(RECORDS, """
            {"value": [
              {"id": 99, "resourceId": 3, "planType": "Build", "owner": {"id": 1234}, "stageName": "Deploy",
               "result": "succeeded", "finishTime": "2026-03-30T10:04:00Z"},
              {"id": 100, "resourceId": null, "planType": "Build", "owner": {"id": 1235},
               "result": "succeededWithIssues"}]}
            """);

        assertThat(read()).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO))
                .containsExactly(
                        "run:dev.azure.com/acme/store/builds/1234 DEPLOYED_TO"
                                + " environment:dev.azure.com/acme/store/production {cluster=aks-prod,"
                                + " createdAt=2026-03-30T10:04:00Z, namespace=payments, task=Deploy}",
                        "run:dev.azure.com/acme/store/builds/1235 DEPLOYED_TO"
                                + " environment:dev.azure.com/acme/store/production");
    }

    @Test
    void whatDidNotSucceedOrIsOfNoBuildDeployedNothing() throws IOException {
        write(RECORDS, """
            {"value": [{"planType": "Build", "owner": {"id": 1}, "result": "failed"},
                       {"planType": "Build", "owner": {"id": 2}, "result": null},
                       {"planType": "Release", "owner": {"id": 3}, "result": "succeeded"},
                       {"planType": "Build", "owner": {}, "result": "succeeded"},
                       {"planType": "Build", "owner": "4", "result": "succeeded"}]}
            """);

        assertThat(read()).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO)).isEmpty();
        assertThat(facts.rejections())
                .extracting(Object::toString)
                .containsExactly("projects/Store/" + RECORDS + " /value/4/owner: expected an object, found string");
    }

    @Test
    void readsWhatABuildPushedFromItsArtifact() throws IOException {
        write("builds/1234/container-mapping.json", """
            {"dockerEvents": ["ID=acme.azurecr.io/shop:1.4.2"],
             "dockerImages": ["Repo=acme.azurecr.io/shop::Tag=1.4.2::Digest=sha256:%s"]}
            """.formatted("a".repeat(64)));

        assertThat(read()).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.PUSHED))
                .containsExactly("run:dev.azure.com/acme/store/builds/1234 PUSHED image:sha256:" + "a".repeat(64)
                        + " {method=container-mapping, runId=1234}");
    }

    private Completeness read() {
        return AzureDevOpsConnector.export(folder).organization("acme").list().partitions().stream()
                .filter(partition -> partition.name().equals("projects/Store"))
                .findFirst()
                .orElseThrow()
                .read(facts);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve("projects/Store").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
