package dev.throughline.connector.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Branch;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.RelationType;
import dev.throughline.model.Runner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitLabConnectorTest extends ConnectorContract {
    private static final AssetKey SHOP = AssetKey.repository("gitlab.com/acme/web/shop");
    private static final AssetKey PIPELINE = new AssetKey("pipeline:gitlab.com/acme/web/shop/.gitlab-ci.yml");

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        writeShop();
        return acme();
    }

    private void writeShop() {
        write("group.json", "{\"name\": \"Acme\", \"runners_token\": \"%s\"}".formatted(CANARY));
        write("subgroups.json", "[{\"full_path\": \"acme/web\", \"name\": \"Web\", \"visibility\": \"private\"}]");
        write("members.json", "[{\"id\": 1, \"username\": \"olga\", \"access_level\": 50}]");
        write(
                "variables.json",
                "[{\"key\": \"KUBECONFIG\", \"value\": \"%s\", \"protected\": false}]".formatted(CANARY));
        write("projects.json", """
            [{"id": 7, "path_with_namespace": "acme/web/shop", "default_branch": "main", "visibility": "private"}]
            """);
        write("projects/7/members.json", """
            [{"id": 1, "username": "olga", "access_level": 50}, {"id": 2, "username": "dev", "access_level": 30}]
            """);
        write("projects/7/protected_branches.json", """
            [{"name": "main", "allow_force_push": false, "code_owner_approval_required": false,
              "push_access_levels": [{"access_level": 40}, {"access_level": 30, "user_id": 2}],
              "merge_access_levels": [{"access_level": 30}]}]
            """);
        write("projects/7/approval_rules.json", "[{\"id\": 1, \"approvals_required\": 2, \"protected_branches\": []}]");
        write("projects/7/variables.json", """
            [{"key": "TOKEN", "value": "%1$s", "protected": true, "environment_scope": "*"},
             {"key": "TOKEN", "value": "%1$s", "protected": false, "environment_scope": "production"}]
            """.formatted(CANARY));
        write("projects/7/runners.json", """
            [{"id": 3, "description": "own", "is_shared": false, "runner_type": "project_type", "active": true},
             {"id": 4, "description": "paused", "is_shared": false, "paused": true}]
            """);
        write("projects/7/runners/3.json", """
            {"id": 3, "tag_list": ["prod"], "access_level": "not_protected", "run_untagged": false, "token": "%s"}
            """.formatted(CANARY));
        write("projects/7/environments.json", "[{\"name\": \"production\"}, {\"name\": \"test\"}]");
        write("projects/7/protected_environments.json", "[{\"name\": \"production\", \"required_approval_count\": 1}]");
        write("projects/7/pipelines.json", """
            [{"id": 99, "sha": "54aac13cac0d3092411958cc758098938a034812", "ref": "main", "source": "push",
              "status": "success", "created_at": "2026-11-20T08:00:00Z"}]
            """);
        write(
                "projects/7/contents/.gitlab-ci.yml",
                "deploy: {script: [./deploy], tags: [prod], environment: production}");
    }

    @Test
    void readsWhatAPipelinePushedFromItsArtifact() {
        writeShop();
        write("projects/7/pipelines/99/container-mapping.json", """
            {"dockerEvents": ["ID=registry.gitlab.com/acme/web/shop:1.4.2"],
             "dockerImages": ["Repo=registry.gitlab.com/acme/web/shop::Tag=1.4.2::Digest=sha256:%s"]}
            """.formatted("a".repeat(64)));

        assertThat(read("projects/7").relations(RelationType.PUSHED))
                .containsExactly("run:gitlab.com/acme/web/shop/pipelines/99 PUSHED image:sha256:" + "a".repeat(64)
                        + " {method=container-mapping, runId=99}");
    }

    @Test
    void readsWhichCommitWasDeployedToWhichNamespaceAndHost() {
        writeShop();
        write("projects/7/environments.json", """
            [{"name": "production", "external_url": "https://Shop.acme.example/?key=%s", "kubernetes_namespace": "shop"}]
            """.formatted(CANARY));
        write("projects/7/deployments.json", """
            [{"id": 41, "sha": "54aac13cac0d3092411958cc758098938a034812", "ref": "main", "status": "success",
              "created_at": "2026-11-20T08:05:00Z", "user": {"username": "dev"}, "environment": {"name": "production"}},
             {"id": 42, "sha": "64aac13cac0d3092411958cc758098938a034812", "status": "failed",
              "environment": {"name": "production"}}]
            """);

        assertThat(read("projects/7").relations(RelationType.DEPLOYED_TO))
                .containsExactly("commit:gitlab.com/acme/web/shop@54aac13cac0d3092411958cc758098938a034812 DEPLOYED_TO"
                        + " environment:gitlab.com/acme/web/shop/production {createdAt=2026-11-20T08:05:00Z,"
                        + " creator=dev, host=shop.acme.example, namespace=shop, ref=main}");
    }

    @Test
    void readsTheGroupsAroundAProject() {
        writeShop();
        Collected facts = read("group");

        assertThat(facts.relations(RelationType.CONTAINS))
                .containsExactly(
                        "organization:gitlab.com/acme CONTAINS pipelinesecret:gitlab.com/acme/KUBECONFIG",
                        "organization:gitlab.com/acme CONTAINS project:gitlab.com/acme/web");
        assertThat(read("projects/7").relations(RelationType.CONTAINS))
                .contains("project:gitlab.com/acme/web CONTAINS " + SHOP);
    }

    @Test
    void readsWhoMayPushToAProtectedBranch() {
        writeShop();
        AssetKey main = AssetKey.branch(SHOP, "main");

        Branch branch = read("projects/7").get(Branch.class, main);

        assertThat(branch.requiredReviews()).isEqualTo(2);
        assertThat(branch.reviewBypassers()).containsExactly("role:maintain", "developer:gitlab.com/dev");
        assertThat(branch.pushers()).containsExactly("role:maintain", "developer:gitlab.com/dev", "role:write");
    }

    @Test
    void aDefaultBranchThatIsNotListedIsUnprotected() {
        writeShop();
        write("projects/7/protected_branches.json", "[]");

        assertThat(read("projects/7")
                        .get(Branch.class, AssetKey.branch(SHOP, "main"))
                        .isProtected())
                .isFalse();
    }

    @Test
    void readsVariablesWithoutTheirValues() {
        writeShop();
        Collected facts = read("projects/7");

        AssetKey all = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, SHOP, "TOKEN");
        AssetKey production = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, SHOP, "production/TOKEN");
        assertThat(facts.get(PipelineSecret.class, all).protectedRefsOnly()).isTrue();
        assertThat(facts.relations(RelationType.CONTAINS))
                .contains("environment:gitlab.com/acme/web/shop/production CONTAINS " + production);
    }

    @Test
    void readsTheRunnersThatServeTheJobs() {
        writeShop();
        Collected facts = read("projects/7");

        assertThat(facts.all(Runner.class))
                .singleElement()
                .satisfies(runner -> assertThat(runner.labels()).containsExactly("prod"));
        assertThat(facts.relations(RelationType.RUNS_ON)).containsExactly(PIPELINE + " RUNS_ON runner:gitlab.com/3");
    }

    @Test
    void readsTheApprovalsOfProtectedEnvironments() {
        writeShop();
        Collected facts = read("projects/7");

        assertThat(facts.all(DeploymentEnvironment.class))
                .extracting(DeploymentEnvironment::name, DeploymentEnvironment::requiredReviewers)
                .contains(tuple("production", 1L), tuple("test", 0L));
    }

    @Test
    void readsRunsOfThePipeline() {
        writeShop();

        assertThat(read("projects/7").relations(RelationType.RAN))
                .containsExactly(PIPELINE + " RAN run:gitlab.com/acme/web/shop/pipelines/99");
    }

    @Test
    void aProjectWithoutAFolderIsPartial() {
        write("projects.json", "[{\"id\": 8, \"path_with_namespace\": \"acme/other\"}]");

        Collected sink = new Collected();
        Completeness completeness = acme().list().partitions().get(1).read(sink);
        assertThat(completeness).isEqualTo(Completeness.partial("projects/8 is only listed, its folder is not there"));
    }

    @Test
    void anotherHostIsPartOfTheScope() {
        assertThat(acme().host("gitlab.acme.example").scope()).hasToString("gitlab:gitlab.acme.example/acme");
        assertThat(acme().scope()).hasToString("gitlab:acme");
    }

    private GitLabConnector acme() {
        return GitLabConnector.export(folder).group("acme");
    }

    private Collected read(String partition) {
        Collected sink = new Collected();
        acme().list().partitions().stream()
                .filter(p -> p.name().equals(partition))
                .findFirst()
                .orElseThrow()
                .read(sink);
        return sink;
    }

    private void write(String name, String content) {
        Written.file(folder, name, content);
    }
}
