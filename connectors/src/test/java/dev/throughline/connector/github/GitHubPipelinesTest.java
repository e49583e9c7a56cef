package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RelationType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows, their runs, what these made, and the environments they deploy to. */
final class GitHubPipelinesTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String SHA = "54aac13cac0d3092411958cc758098938a034812";
    private static final String DIGEST = "sha256:02b67aa6578418d81eeccfcd0f463f55a1e5db4522d1f16b5e7b2343c7a03fc9";

    @TempDir
    private Path folder;

    private GitHubExport export;

    @BeforeEach
    void startEmpty() {
        export = new GitHubExport(folder);
    }

    @Test
    void joinsAWorkflowWithItsFile() {
        export.writeShop();
        export.write("repositories/shop/workflows.json", """
            {"total_count": 1, "workflows": [{"id": 7, "name": "Release", "path": ".github/workflows/release.yml",
              "state": "active"}]}
            """);
        export.write("repositories/shop/contents/.github/workflows/release.yml", """
            name: Release
            on:
              push: {tags: ["v*"]}
              workflow_dispatch:
            permissions:
              contents: read
            jobs:
              build:
                environment: {name: production}
                permissions: {id-token: write}
                steps:
                  - uses: actions/checkout@20ef73838cb4cb616a34d95e4b93f2b90edb6bd6 # v4
                  - uses: Acme/Deploy/action@v1
                  - uses: ./local
                  - run: deploy
                    env:
                      KUBE: ${{ secrets.PROD_KUBECONFIG }}
                      TOKEN: ${{ format('{0}', secrets['npm_token']) }} ${{ secrets.GITHUB_TOKEN }}
                      NOTE: secrets.NOT_AN_EXPRESSION
              call:
                uses: acme/workflows/.github/workflows/scan.yml@main
                environment: ${{ inputs.target }}
            """);

        Collected facts = export.read("repositories/shop");

        AssetKey key = new AssetKey("pipeline:github.com/acme/shop/.github/workflows/release.yml");
        assertThat(facts.get(Pipeline.class, key))
                .isEqualTo(new Pipeline(
                        key,
                        "Release",
                        ".github/workflows/release.yml",
                        "7",
                        "active",
                        List.of("push", "workflow_dispatch"),
                        List.of("contents: read", "id-token: write"),
                        List.of(
                                "job=build environment=production idToken=true writesContents=false"
                                        + " secrets=NPM_TOKEN,PROD_KUBECONFIG",
                                "job=call writesContents=false")));
        assertThat(facts.all(ActionReference.class))
                .extracting(a -> a.key().value(), ActionReference::pinned)
                .containsExactlyInAnyOrder(
                        tuple("actions/checkout@20ef73838cb4cb616a34d95e4b93f2b90edb6bd6", true),
                        tuple("acme/deploy/action@v1", false),
                        tuple("acme/workflows/.github/workflows/scan.yml@main", false));
        assertThat(facts.relations(RelationType.USES_SECRET))
                .containsExactly(
                        key + " USES_SECRET pipelinesecret:github.com/acme/shop/NPM_TOKEN",
                        key + " USES_SECRET pipelinesecret:github.com/acme/shop/PROD_KUBECONFIG");
        assertThat(facts.relations(RelationType.DEPLOYS_TO))
                .containsExactly(key + " DEPLOYS_TO environment:github.com/acme/shop/production");
        assertThat(facts.relations(RelationType.DEFINES)).containsExactly(SHOP + " DEFINES " + key);
    }

    @Test
    void aWorkflowThatHandsOnAllSecretsUsesAllOfThem() {
        export.writeShop();
        export.write(
                "repositories/shop/secrets.json", "{\"total_count\": 1, \"secrets\": [{\"name\": \"DEPLOY_KEY\"}]}");
        export.write("repositories/shop/contents/.github/workflows/call.yml", """
            on: push
            jobs:
              call: {uses: acme/workflows/.github/workflows/deploy.yml@main, secrets: inherit}
            """);

        assertThat(export.read("repositories/shop").relations(RelationType.USES_SECRET))
                .containsExactly("pipeline:github.com/acme/shop/.github/workflows/call.yml USES_SECRET "
                        + "pipelinesecret:github.com/acme/shop/DEPLOY_KEY");
    }

    @Test
    void aBrokenWorkflowFileIsRejectedAndTheRestGoesOn() {
        export.writeShop();
        export.write("repositories/shop/contents/.github/workflows/broken.yml", "on: [push\njobs: {}");
        export.write("repositories/shop/contents/.github/workflows/sound.yml", "on: push");

        Collected facts = export.read("repositories/shop");

        assertThat(facts.all(Pipeline.class)).extracting(Pipeline::path).containsExactly(".github/workflows/sound.yml");
        assertThat(facts.rejections()).singleElement().asString().contains("broken.yml", "not YAML");
    }

    @Test
    void readsRunsWithTheRepositoryOfTheirCommit() {
        export.writeShop();
        export.write("repositories/shop/runs.json", """
            {"total_count": 2, "workflow_runs": [
              {"id": 19204418733, "path": ".github/workflows/release.yml@refs/heads/main", "run_attempt": 2,
               "event": "push", "head_branch": "main", "head_sha": "%1$s", "conclusion": "success",
               "run_started_at": "2026-11-16T09:13:20Z", "head_repository": {"full_name": "Acme/Shop"}},
              {"id": 2, "path": ".github/workflows/ci.yml", "event": "pull_request", "head_sha": "%1$s",
               "head_repository": {"full_name": "mallory/shop"}}]}
            """.formatted(SHA));

        Collected facts = export.read("repositories/shop");

        AssetKey run = AssetKey.run(SHOP, "19204418733");
        PipelineRun asset = facts.get(PipelineRun.class, run);
        assertThat(asset.attempt()).isEqualTo(2);
        assertThat(asset.headRepository()).isEqualTo("repository:github.com/acme/shop");
        assertThat(asset.startedAt()).isEqualTo("2026-11-16T09:13:20Z");
        assertThat(facts.relations(RelationType.RAN))
                .contains("pipeline:github.com/acme/shop/.github/workflows/release.yml RAN " + run);
        assertThat(facts.relations(RelationType.ON_COMMIT))
                .containsExactly(
                        run + " ON_COMMIT commit:github.com/acme/shop@" + SHA,
                        AssetKey.run(SHOP, "2") + " ON_COMMIT commit:github.com/mallory/shop@" + SHA);
    }

    @Test
    void readsWhenTheFirstAttemptOfARunBeganAndTheLastOneEnded() {
        export.writeShop();
        export.write("repositories/shop/runs.json", """
            {"total_count": 3, "workflow_runs": [
              {"id": 1, "run_attempt": 2, "status": "completed", "created_at": "2026-11-15T09:00:00Z",
               "run_started_at": "2026-11-16T09:13:20Z", "updated_at": "2026-11-16T09:20:00Z"},
              {"id": 2, "run_attempt": 1, "status": "completed", "created_at": "2026-11-15T09:00:00Z",
               "run_started_at": "2026-11-15T09:00:05Z", "updated_at": "2026-11-15T09:20:00Z"},
              {"id": 3, "run_attempt": 1, "status": "in_progress", "created_at": "2026-11-15T09:00:00Z",
               "updated_at": "2026-11-15T09:20:00Z"}]}
            """);

        assertThat(export.read("repositories/shop").all(PipelineRun.class))
                .extracting(PipelineRun::nativeId, run -> run.startedAt() + " to " + run.endedAt())
                .containsExactly(
                        tuple("1", "2026-11-15T09:00:00Z to 2026-11-16T09:20:00Z"),
                        tuple("2", "2026-11-15T09:00:05Z to 2026-11-15T09:20:00Z"),
                        tuple("3", "2026-11-15T09:00:00Z to null"));
    }

    @Test
    void readsWhichAttestationsThePlatformKeepsUnderTheRepository() {
        export.writeShop();
        String payload = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        export.write("repositories/shop/attestations/02b6.json", """
            {"attestations": [
              {"bundle": {"dsseEnvelope": {"payload": "%s", "payloadType": "application/vnd.in-toto+json"}}},
              {"repository_id": 4711, "bundle": {"dsseEnvelope": {"payload": "e30K"}}},
              {"bundle": null, "bundle_url": "https://storage.example/1"},
              {"bundle": {"dsseEnvelope": {"payload": "?"}}}]}
            """.formatted(payload));

        Collected facts = export.read("repositories/shop");

        assertThat(facts.relations(RelationType.CONTAINS))
                .filteredOn(relation -> relation.contains("attestation:"))
                .as("what another repository keeps, and what is elsewhere, is left out")
                .containsExactly(SHOP + " CONTAINS attestation:sha256:"
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(facts.rejections()).singleElement().asString().contains("payload: not base64");
    }

    @Test
    void aRunPushedTheImagesOfItsPushEventsAndNoOthers() {
        export.writeShop();
        export.write("repositories/shop/runs/42/container-mapping.json", """
            {"dockerVersion": "Docker version 28.0.4",
             "dockerEvents": ["ID=ghcr.io/acme/shop:1.4.2", "ID=ghcr.io/acme/lost:1"],
             "dockerImages": [
               "CreatedAt=2026-11-16 09:20:48 +0000 UTC::Repo=ghcr.io/acme/shop::Tag=1.4.2::Digest=%s",
               "CreatedAt=2026-11-03 02:14:09 +0000 UTC::Repo=base/java::Tag=21::Digest=%s",
               "CreatedAt=2026-11-16 09:16:30 +0000 UTC::Repo=<none>::Tag=<none>::Digest=<none>"]}
            """.formatted(
                        DIGEST, DIGEST.replace("02b6", "ffff")));

        Collected facts = export.read("repositories/shop");

        assertThat(facts.relations(RelationType.PUSHED))
                .containsExactly("run:github.com/acme/shop/actions/runs/42 PUSHED image:" + DIGEST
                        + " {method=container-mapping, runId=42}");
        assertThat(facts.relations(RelationType.TAGGED))
                .containsExactly("imagetag:ghcr.io/acme/shop:1.4.2 TAGGED image:" + DIGEST);
        assertThat(facts.rejections())
                .hasToString("[repositories/shop/runs/42/container-mapping.json /dockerEvents/1: "
                        + "pushed, but no image with this tag and a digest is listed]");
    }

    @Test
    void readsEnvironmentsWithTheirReviewers() {
        export.writeShop();
        export.write("repositories/shop/environments.json", """
            {"total_count": 2, "environments": [
              {"name": "production", "deployment_branch_policy": {"protected_branches": true},
               "protection_rules": [{"type": "wait_timer"}, {"type": "required_reviewers", "reviewers": [{}, {}]}]},
              {"name": "open", "deployment_branch_policy": null, "protection_rules": []}]}
            """);

        assertThat(export.read("repositories/shop").all(DeploymentEnvironment.class))
                .extracting(
                        DeploymentEnvironment::name,
                        DeploymentEnvironment::requiredReviewers,
                        DeploymentEnvironment::protectedBranchesOnly)
                .containsExactly(tuple("production", 2L, true), tuple("open", 0L, false));
    }
}
