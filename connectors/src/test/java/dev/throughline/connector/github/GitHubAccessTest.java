package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what in an organization, and where its jobs run. */
class GitHubAccessTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");

    @TempDir
    private Path folder;

    private GitHubExport export;

    @BeforeEach
    void listTheRepository() throws IOException {
        export = new GitHubExport(folder);
        export.write(
                "repositories.json",
                "[{\"name\": \"shop\", \"full_name\": \"acme/shop\", \"default_branch\": \"main\"}]");
        Files.createDirectories(folder.resolve("repositories/shop"));
    }

    @Test
    void readsTheHighestRoleOfCollaboratorsAndTeams() {
        export.write("repositories/shop/collaborators.json", """
            [{"login": "Alice", "permissions": {"pull": true, "triage": true, "push": true, "maintain": false, "admin": false}}]
            """);
        export.write(
                "repositories/shop/teams.json",
                "[{\"slug\": \"payments\", \"permissions\": {\"pull\": true, \"admin\": true}}]");
        export.write("repositories/shop/fork-approval.json", "{\"approval_policy\": \"first_time_contributors\"}");

        Collected facts = export.read("repositories/shop");

        assertThat(facts.relations(RelationType.HAS_ROLE))
                .containsExactly(
                        "developer:github.com/alice HAS_ROLE " + SHOP + " {role=write}",
                        "team:github.com/acme/payments HAS_ROLE " + SHOP + " {role=admin}");
        assertThat(facts.get(Repository.class, SHOP).forkApproval()).isEqualTo("first_time_contributors");
    }

    @Test
    void readsOwnersMembersOfTeamsAndSecretsOfTheOrganization() {
        export.write("owners.json", "[{\"login\": \"olga\"}]");
        export.write("teams/payments/members.json", "[{\"login\": \"alice\"}]");
        export.write(
                "secrets.json",
                "{\"total_count\": 1, \"secrets\": [{\"name\": \"token\", \"visibility\": \"private\"}]}");

        Collected facts = export.read("organization");

        assertThat(facts.relations(RelationType.HAS_ROLE))
                .containsExactly("developer:github.com/olga HAS_ROLE organization:github.com/acme {role=admin}");
        assertThat(facts.relations(RelationType.MEMBER_OF))
                .contains("developer:github.com/alice MEMBER_OF team:github.com/acme/payments");
        assertThat(facts.all(PipelineSecret.class))
                .singleElement()
                .satisfies(secret -> assertThat(secret.visibility()).isEqualTo("private"));
    }

    @Test
    void readsRunnersInTheirGroups() {
        export.write("runner-groups.json", """
            {"total_count": 1, "runner_groups": [{"id": 2, "name": "build", "visibility": "selected"}]}
            """);
        export.write("runner-groups/2/runners.json", """
            {"total_count": 1, "runners": [{"id": 5, "name": "b-7", "os": "linux", "ephemeral": false,
              "labels": [{"name": "self-hosted"}]}]}
            """);
        export.write(
                "runner-groups/2/repositories.json",
                "{\"total_count\": 1, \"repositories\": [{\"full_name\": \"acme/shop\"}]}");

        Collected facts = export.read("organization");

        assertThat(facts.all(Runner.class))
                .singleElement()
                .satisfies(runner -> assertThat(runner.labels()).containsExactly("self-hosted"));
        assertThat(facts.relations(RelationType.RUNS_ON))
                .containsExactly(SHOP + " RUNS_ON runnergroup:github.com/acme/build");
        assertThat(facts.relations(RelationType.CONTAINS))
                .contains("runnergroup:github.com/acme/build CONTAINS runner:github.com/acme/b-7");
    }

    @Test
    void aRuleOfARulesetProtectsABranchThatHasNoProtectionOfItsOwn() {
        export.write("repositories/shop/branches.json", "[{\"name\": \"main\", \"protected\": false}]");
        export.write("repositories/shop/branches/main/rules.json", """
            [{"type": "pull_request", "parameters": {"required_approving_review_count": 2}},
             {"type": "non_fast_forward"}]
            """);

        Branch main = export.read("repositories/shop").get(Branch.class, AssetKey.branch(SHOP, "main"));

        assertThat(main.isProtected()).isTrue();
        assertThat(main.requiredReviews()).isEqualTo(2);
        assertThat(main.enforcedForAdmins()).isNull();
        assertThat(main.forcePushAllowed()).isFalse();
    }

    @Test
    void readsAllowancesOfBothGates() {
        export.write("repositories/shop/branches.json", "[{\"name\": \"main\", \"protected\": true}]");
        export.write("repositories/shop/branches/main/protection.json", """
            {"required_pull_request_reviews": {"required_approving_review_count": 1,
               "bypass_pull_request_allowances": {"users": [{"login": "alice"}], "teams": []}},
             "restrictions": {"users": [], "teams": [{"slug": "release"}]},
             "enforce_admins": {"enabled": true}, "lock_branch": {"enabled": false},
             "block_creations": {"enabled": true}}
            """);

        Branch main = export.read("repositories/shop").get(Branch.class, AssetKey.branch(SHOP, "main"));

        assertThat(main.reviewBypassers()).containsExactly("developer:github.com/alice");
        assertThat(main.pushers()).containsExactly("team:github.com/acme/release");
        assertThat(main.locked()).isFalse();
        assertThat(main.creationBlocked()).isTrue();
    }

    @Test
    void readsTheRulesetThatBlocksTheCreationOfBranches() {
        export.write("repositories/shop/rulesets/42.json", """
            {"id": 42, "target": "branch", "enforcement": "active", "bypass_actors": [],
             "conditions": {"ref_name": {"include": ["~ALL"], "exclude": []}}, "rules": [{"type": "creation"}]}
            """);

        Branch all = export.read("repositories/shop").get(Branch.class, AssetKey.branch(SHOP, "*"));

        assertThat(all.creationBlocked()).isTrue();
        assertThat(all.pushers()).isEmpty();
    }

    @Test
    void readsSecretsOfEnvironments() {
        export.write("repositories/shop/environments/production/secrets.json", """
            {"total_count": 1, "secrets": [{"name": "TOKEN", "updated_at": "2026-01-10T14:59:22Z"}]}
            """);

        assertThat(export.read("repositories/shop").relations(RelationType.CONTAINS))
                .contains("environment:github.com/acme/shop/production CONTAINS"
                        + " pipelinesecret:github.com/acme/shop/production/TOKEN");
    }
}
