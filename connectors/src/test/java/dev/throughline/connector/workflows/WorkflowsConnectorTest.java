package dev.throughline.connector.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkflowsConnectorTest extends ConnectorContract {
    private static final String GITHUB = ".github/workflows/release.yml";

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        write(
                GITHUB,
                "on: push\njobs: {test: {runs-on: ubuntu-latest, env: {TOKEN: %s}, steps: [{run: ls}]}}"
                        .formatted(CANARY));
        write("azure-pipelines.yml", "steps: [{script: ls, env: {TOKEN: %s}}]".formatted(CANARY));
        write(".gitlab-ci.yml", "variables: {TOKEN: %s}\ntest: {script: [ls]}".formatted(CANARY));
        return WorkflowsConnector.files(folder).repository("github.com/acme/shop");
    }

    @Test
    void readsWhoseCodeAWorkflowOfGitHubExecutes() throws IOException {
        List<PipelineJob> jobs = jobs("github.com/acme/shop", GITHUB, """
            on: [pull_request_target, issues]
            permissions: read-all
            jobs:
              build:
                runs-on: [self-hosted, linux]
                permissions: {id-token: write, contents: write}
                environment: production
                steps:
                  - uses: actions/checkout@v4
                    with: {ref: "${{ github.event.pull_request.head.sha }}"}
                  - run: echo "${{ github.event.issue.title }}" ${{ secrets.TOKEN }}
              fetch:
                if: github.event.pull_request.head.repo.full_name == github.repository
                runs-on: ubuntu-24.04
                steps: [{run: "gh pr checkout 7 && make"}]
              plain:
                runs-on: "${{ matrix.os }}"
                steps: [{uses: actions/checkout@v4}]
            """);

        assertThat(jobs)
                .containsExactly(
                        new PipelineJob(
                                "build",
                                "production",
                                List.of("self-hosted", "linux"),
                                true,
                                true,
                                List.of("TOKEN"),
                                List.of("checkout-head", "github.event.issue.title"),
                                false,
                                null),
                        new PipelineJob(
                                "fetch",
                                null,
                                List.of(),
                                false,
                                false,
                                List.of(),
                                List.of("checkout-head"),
                                true,
                                null),
                        new PipelineJob("plain", null, List.of(), false, false, List.of(), List.of(), false, null));
    }

    @Test
    void readsThatAWorkflowTakesArtifactsOfTheRunThatStartedIt() throws IOException {
        List<PipelineJob> jobs = jobs("github.com/acme/shop", GITHUB, """
            on: {workflow_run: {workflows: [Test]}}
            jobs:
              publish:
                runs-on: ubuntu-latest
                steps: [{uses: actions/download-artifact@v4}]
            """);

        assertThat(jobs.get(0).untrusted()).containsExactly(PipelineJob.ARTIFACT);
    }

    @Test
    void readsWhatAPipelineOfAzureDevOpsUses() throws IOException {
        Collected facts = read("https://dev.azure.com/acme/store/_git/shop", "azure-pipelines.yml", """
            trigger: none
            pr: [main]
            resources:
              repositories:
                - {repository: templates, type: git, name: platform/templates, ref: refs/heads/main}
            variables:
              - group: prod-secrets
              - {name: REGION, value: eu}
            pool: Linux
            stages:
              - template: scan.yml@templates
              - stage: deploy
                jobs:
                  - deployment: web
                    environment: production.web
                    pool: {vmImage: ubuntu-latest}
                    strategy:
                      runOnce:
                        deploy:
                          steps:
                            - {task: AzureCLI@2, inputs: {azureSubscription: azure-prod}}
                            - {task: Docker@2, inputs: {containerRegistry: acme-registry, command: push}}
                            - {task: AzureCLI@2, inputs: {azureSubscription: "$(connection)"}}
                            - {task: DownloadSecureFile@1, inputs: {secureFile: cert.pfx}}
            """);

        AssetKey key = new AssetKey("pipeline:dev.azure.com/acme/store/shop/azure-pipelines.yml");
        Pipeline pipeline = facts.get(Pipeline.class, key);
        assertThat(pipeline.triggers()).containsExactly("manual", "pull_request");
        assertThat(pipeline.jobs()).containsExactly("job=web environment=production");
        assertThat(facts.relations(RelationType.USES_CONNECTION))
                .containsExactly(
                        key + " USES_CONNECTION serviceconnection:dev.azure.com/acme/store/acme-registry",
                        key + " USES_CONNECTION serviceconnection:dev.azure.com/acme/store/azure-prod");
        assertThat(facts.relations(RelationType.USES_SECRET))
                .containsExactly(
                        key + " USES_SECRET securefile:dev.azure.com/acme/store/cert.pfx",
                        key + " USES_SECRET variablegroup:dev.azure.com/acme/store/prod-secrets");
        assertThat(facts.relations(RelationType.DEPLOYS_TO))
                .containsExactly(key + " DEPLOYS_TO environment:dev.azure.com/acme/store/production");
        assertThat(facts.relations(RelationType.RUNS_ON))
                .containsExactly(key + " RUNS_ON agentpool:dev.azure.com/acme/Linux");
        assertThat(facts.all(ActionReference.class))
                .extracting(ActionReference::repository)
                .containsExactly("repository:dev.azure.com/acme/platform/templates");
    }

    @Test
    void readsWhatAPipelineOfGitLabIncludesAndExtends() throws IOException {
        Collected facts = read("gitlab.com/acme/shop", ".gitlab-ci.yml", """
            include:
              - {project: acme/ci, ref: main, file: [/build.yml, /test.yml]}
              - component: $CI_SERVER_FQDN/acme/components/scan@1.0
              - local: local.yml
            stages: [build, deploy]
            .deploy:
              id_tokens: {AWS: {aud: https://sts.amazonaws.com}}
              tags: [prod, linux]
            deploy:
              extends: .deploy
              script: [./deploy]
              environment: {name: production}
              rules:
                - {if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}
            review:
              script: [./review]
              environment: {name: "review/$CI_COMMIT_REF_SLUG"}
              rules: [{if: '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
            """);

        AssetKey key = new AssetKey("pipeline:gitlab.com/acme/shop/.gitlab-ci.yml");
        assertThat(facts.get(Pipeline.class, key).triggers()).containsExactly("merge_request_event", "push");
        assertThat(facts.get(Pipeline.class, key).jobs())
                .containsExactly(
                        "job=deploy environment=production runsOn=prod,linux idToken=true protectedRefsOnly=true",
                        "job=review protectedRefsOnly=false");
        assertThat(facts.all(ActionReference.class))
                .extracting(reference -> reference.key().value(), ActionReference::repository)
                .containsExactlyInAnyOrder(
                        tuple("gitlab.com/acme/ci/build.yml@main", "repository:gitlab.com/acme/ci"),
                        tuple("gitlab.com/acme/ci/test.yml@main", "repository:gitlab.com/acme/ci"),
                        tuple("gitlab.com/acme/components/scan@1.0", "repository:gitlab.com/acme/components"));
    }

    @Test
    void refusesWhatIsNoDefinition() throws IOException {
        Collected facts = read("github.com/acme/shop", GITHUB, "kind: Deployment");

        assertThat(facts.rejections())
                .singleElement()
                .hasToString(GITHUB + ": this is not a workflow: it has neither 'on' nor 'jobs'");
        assertThatThrownBy(() -> read("github.com/acme/shop", GITHUB, "on: [push"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("not YAML");
    }

    @Test
    void tellsTheDialectOfANamedFileByWhatItHolds() throws IOException {
        write("ci/build.yaml", "stages: [{stage: build, jobs: [{job: a, steps: [{script: ls}]}]}]");
        write("ci/gitlab.yaml", "stages: [build]\nbuild: {script: ls}");
        Connector connector = WorkflowsConnector.files(
                        folder, List.of(Path.of("ci/build.yaml"), Path.of("ci/gitlab.yaml")))
                .repository("dev.azure.com/acme/store/shop");

        Collected facts = new Collected();
        connector.list().partitions().forEach(partition -> partition.read(facts));

        assertThat(facts.all(Pipeline.class))
                .extracting(Pipeline::jobs)
                .containsExactly(List.of("job=a"), List.of("job=build"));
    }

    private List<PipelineJob> jobs(String repository, String path, String content) throws IOException {
        return PipelineJob.of(
                read(repository, path, content).all(Pipeline.class).get(0));
    }

    private Collected read(String repository, String path, String content) throws IOException {
        write(path, content);
        Collected sink = new Collected();
        for (Partition partition :
                WorkflowsConnector.files(folder).repository(repository).list().partitions()) {
            partition.read(sink);
        }
        return sink;
    }

    private void write(String name, String content) {
        Written.file(folder, name, content);
    }
}
