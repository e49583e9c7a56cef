package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void settingsOfASourceReachItsConnector() throws IOException {
        Files.writeString(folder.resolve("state.json"), """
            {"format_version": "1.0", "values": {"root_module": {"resources": [
              {"address": "kubernetes_job.seed", "mode": "managed", "type": "kubernetes_job",
               "values": {"metadata": [{"name": "seed", "namespace": "shop"}]}}]}}}
            """);
        Files.writeString(folder.resolve("job.json"), """
            {"dockerEvents": ["ID=registry.example/api@%s"], "dockerImages": []}
            """.formatted(DIGEST));
        Files.writeString(folder.resolve("stack.json"), """
            {"StackResources": [{"StackName": "shop", "LogicalResourceId": "Cluster", "PhysicalResourceId": "eu",
              "ResourceType": "AWS::EKS::Cluster"}]}
            """);
        Path estate = Files.writeString(folder.resolve("ESTATE.yaml"), """
            sources:
              - type: cloudformation
                path: stack.json
                repository: github.com/acme/infra
                template: cluster.yaml
              - type: terraform
                path: state.json
                repository: github.com/acme/infra
                folder: prod
                cluster: eu
                name: prod
              - type: container-mapping
                path: job.json
                repository: git.example/acme/api
                platform: gitlab
                run: 7
                pipeline: .gitlab-ci.yml
                commit: 0123456789abcdef0123456789abcdef01234567
            """);

        try (Throughline throughline = Throughline.inMemory()) {
            assertThat(Reading.all(EstateFile.read(estate), throughline)).noneMatch(Reading::failed);
            Assessment assessment = throughline.assess();

            assertThat(assessment.mapping().deployedFrom(AssetKey.workload("eu", "shop", "Job", "seed")))
                    .singleElement()
                    .satisfies(origin ->
                            assertThat(origin.strongest().evidence().fields()).containsEntry("path", "prod"));
            assertThat(assessment.mapping().deployedFrom(AssetKey.of(AssetKind.CLUSTER, "eu")))
                    .singleElement()
                    .satisfies(origin ->
                            assertThat(origin.strongest().evidence().fields()).containsEntry("path", "cluster.yaml"));
            AssetKey run = AssetKey.of(AssetKind.PIPELINE_RUN, "git.example/acme/api/pipelines/7");
            assertThat(assessment.graph().outgoing(run, RelationType.PUSHED)).hasSize(1);
            assertThat(assessment.graph().outgoing(run, RelationType.ON_COMMIT)).hasSize(1);
            assertThat(assessment.graph().incoming(run, RelationType.RAN)).hasSize(1);
        }
    }
}
