package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Organization;
import dev.throughline.model.OwnershipRule;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHubConnectorTest extends ConnectorContract {
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

    @Override
    protected Connector connector() {
        export.writeShop();
        export.write(
                "organization.json",
                "{\"login\": \"acme\", \"name\": \"Acme\", \"default_repository_permission\": \"read\"}");
        export.writeCodeScanningAlert();
        export.write("repositories/shop/secret-scanning-alerts.json", """
            [{"number": 1, "state": "open", "secret_type": "token", "secret": "%s"}]
            """.formatted(CANARY));
        return export.acme();
    }

    @Test
    void readsTheOrganizationAndItsTeams() {
        export.writeShop();
        export.write("organization.json", """
            {"login": "acme", "name": "Acme", "html_url": "https://github.com/acme",
             "default_repository_permission": "write", "two_factor_requirement_enabled": false}
            """);
        export.write("teams.json", """
            [{"slug": "payments", "name": "Payments", "parent": {"slug": "engineering"}}]
            """);

        Collected facts = export.read("organization");

        assertThat(facts.get(Organization.class, AssetKey.organization("github.com", "acme")))
                .isEqualTo(new Organization(
                        AssetKey.organization("github.com", "acme"),
                        "Acme",
                        "https://github.com/acme",
                        "write",
                        false));
        assertThat(facts.relations(RelationType.CONTAINS))
                .containsExactly("organization:github.com/acme CONTAINS team:github.com/acme/payments");
        assertThat(facts.relations(RelationType.MEMBER_OF))
                .containsExactly("team:github.com/acme/payments MEMBER_OF team:github.com/acme/engineering");
    }

    @Test
    void readsThePackagesOfTheContainerRegistry() {
        export.writeShop();
        export.write("packages.json", """
            [{"name": "shop", "package_type": "container", "version_count": 2},
             {"name": "client", "package_type": "npm"}]
            """);
        export.write("packages/shop/versions.1.json", """
            [{"name": "%s", "created_at": "2026-11-01T08:00:00Z", "metadata": {"container": {"tags": ["1.4.2", "latest"]}}}]
            """.formatted(DIGEST));
        export.write("packages/shop/versions.2.json", """
            [{"name": "%s", "metadata": {"container": {"tags": []}}}]
            """.formatted(DIGEST.replace("02b6", "ffff")));

        Collected facts = export.read("organization");

        assertThat(facts.relations(RelationType.HOLDS))
                .containsExactly(
                        "registryrepository:ghcr.io/acme/shop HOLDS image:" + DIGEST
                                + " {pushedAt=2026-11-01T08:00:00Z}",
                        "registryrepository:ghcr.io/acme/shop HOLDS image:" + DIGEST.replace("02b6", "ffff"));
        assertThat(facts.relations(RelationType.TAGGED))
                .containsExactly(
                        "imagetag:ghcr.io/acme/shop:1.4.2 TAGGED image:" + DIGEST,
                        "imagetag:ghcr.io/acme/shop:latest TAGGED image:" + DIGEST);
    }

    @Test
    void readsARepositoryWithTheFeaturesThatAreKnown() {
        export.writeShop();

        Repository shop = export.read("repositories/shop").get(Repository.class, SHOP);

        assertThat(shop.nativeId()).isEqualTo("871204336");
        assertThat(shop.visibility()).isEqualTo(Visibility.INTERNAL);
        assertThat(shop.defaultBranch()).isEqualTo("main");
        assertThat(shop.archived()).isFalse();
        assertThat(shop.secretScanning()).isTrue();
        assertThat(shop.pushProtection()).isFalse();
        assertThat(shop.codeScanning()).as("no answer tells").isNull();
        assertThat(shop.dependencyAlerts()).as("no answer tells").isNull();
    }

    @Test
    void readsTheDefaultBranchAndProtectedOnes() {
        export.writeShop();
        export.write("repositories/shop/branches.json", """
            [{"name": "main", "protected": true, "commit": {"sha": "%1$s"}},
             {"name": "release/1", "protected": true, "commit": {"sha": "%1$s"}},
             {"name": "topic", "protected": false, "commit": {"sha": "%1$s"}}]
            """.formatted(SHA));
        export.write("repositories/shop/branches/main/protection.json", """
            {"required_pull_request_reviews": {"required_approving_review_count": 2, "require_code_owner_reviews": true},
             "enforce_admins": {"enabled": false}, "allow_force_pushes": {"enabled": false}, "restrictions": {}}
            """);
        export.write(
                "repositories/shop/branches/release/1/protection.json",
                "{\"allow_force_pushes\": {\"enabled\": true}}");

        Collected facts = export.read("repositories/shop");

        AssetKey main = AssetKey.branch(SHOP, "main");
        AssetKey release = AssetKey.branch(SHOP, "release/1");
        assertThat(facts.get(Branch.class, main))
                .isEqualTo(new Branch(main, "main", true, 2L, true, false, true, false, null, null, List.of(), null));
        assertThat(facts.get(Branch.class, release))
                .isEqualTo(
                        new Branch(release, "release/1", true, 0L, false, null, false, true, null, null, null, null));
        assertThat(facts.relations(RelationType.ON_COMMIT))
                .containsExactly(
                        main + " ON_COMMIT commit:github.com/acme/shop@" + SHA,
                        release + " ON_COMMIT commit:github.com/acme/shop@" + SHA);
    }

    @Test
    void anUnprotectedDefaultBranchRequiresNothing() {
        export.writeShop();
        export.write("repositories/shop/branches.json", "[{\"name\": \"main\", \"protected\": false}]");

        AssetKey main = AssetKey.branch(SHOP, "main");
        assertThat(export.read("repositories/shop").get(Branch.class, main))
                .isEqualTo(new Branch(main, "main", false, 0L, false, false, false, true, null, null, null, null));
    }

    @Test
    void keepsTheRulesOfCodeOwnersInTheirOrder() {
        export.writeShop();
        export.write("repositories/shop/contents/CODEOWNERS", "* @ignored");
        export.write("repositories/shop/contents/.github/CODEOWNERS", """
            # who answers for what
            *                   @octocat
            /early.txt          @acme/early
            *                   @acme/Payments mira@acme.example
            /.github/           @acme/platform # the pipelines
            /docs/read\\ me.md  @octocat
            /docs/              @acme/docs
            *.sql               @acme/data
            /broken [x          not-an-owner
            """);

        Collected facts = export.read("repositories/shop");

        assertThat(facts.all(OwnershipRule.class))
                .extracting(OwnershipRule::position, OwnershipRule::pattern, OwnershipRule::glob)
                .containsExactly(
                        tuple(0L, "*", "/**"),
                        tuple(1L, "/early.txt", "/early.txt/**"),
                        tuple(2L, "*", "/**"),
                        tuple(3L, "/.github/", "/.github/**"),
                        tuple(4L, "/docs/read me.md", "/docs/read me.md/**"),
                        tuple(5L, "/docs/", "/docs/**"),
                        tuple(6L, "*.sql", "/**/*.sql/**"));
        String rule = "ownershiprule:github.com/acme/shop/.github/CODEOWNERS:";
        assertThat(facts.relations(RelationType.OWNS))
                .containsExactly(
                        "developer:github.com/octocat OWNS " + rule + "2",
                        "developer:github.com/octocat OWNS " + rule + "6",
                        "developer:mira@acme.example OWNS " + rule + "4",
                        "developer:mira@acme.example OWNS repository:github.com/acme/shop {pattern=*}",
                        "team:github.com/acme/data OWNS " + rule + "8",
                        "team:github.com/acme/docs OWNS " + rule + "7",
                        "team:github.com/acme/early OWNS " + rule + "3",
                        "team:github.com/acme/payments OWNS " + rule + "4",
                        "team:github.com/acme/payments OWNS repository:github.com/acme/shop {pattern=*}",
                        "team:github.com/acme/platform OWNS " + rule + "5");
        assertThat(facts.rejections())
                .hasToString("[repositories/shop/contents/.github/CODEOWNERS 9:1: not a rule of code owners]");
    }

    @Test
    void fewerRecordsThanAnnouncedAreAGap() {
        export.writeShop();
        export.write(
                "repositories/shop/runs.1.json", "{\"total_count\": 5, \"workflow_runs\": [{\"id\": 1}, {\"id\": 2}]}");
        export.write("repositories/shop/runs.3.json", "{\"total_count\": 5, \"workflow_runs\": [{\"id\": 4}]}");

        assertThat(export.partition("repositories/shop").read(new Collected()))
                .isEqualTo(Completeness.partial("repositories/shop/runs: pages are missing before page 3; "
                        + "repositories/shop/runs: 3 of 5 records are there"));
    }

    @Test
    void aBrokenFileIsAGapAndTheRestGoesOn() {
        export.writeShop();
        export.write("repositories/shop/branches.json", "[{\"name\": ");
        export.write("repositories/shop/runs.json", "{\"message\": \"Not Found\", \"status\": \"404\"}");
        export.write(
                "repositories/shop/secrets.json", "{\"total_count\": 1, \"secrets\": [{\"name\": \"DEPLOY_KEY\"}]}");

        assertThat(export.partition("repositories/shop").read(new Collected()))
                .isEqualTo(Completeness.partial("repositories/shop/branches.json 1:11: it ends too early; "
                        + "repositories/shop/runs.json /workflow_runs: this list is not there"));
        assertThat(export.read("repositories/shop").relations(RelationType.CONTAINS))
                .contains(SHOP + " CONTAINS pipelinesecret:github.com/acme/shop/DEPLOY_KEY");
    }

    @Test
    void aRepositoryWithoutFolderIsOnlyListed() {
        export.write("repositories.json", "[{\"name\": \"shop\"}]");

        assertThat(export.partition("repositories/shop").read(new Collected()))
                .isEqualTo(Completeness.partial("repositories/shop is only listed, its folder is not there"));
        assertThat(export.read("repositories/shop").all(Repository.class)).hasSize(1);
    }

    @Test
    void aRepositoryThatCannotBeUsedLeavesTheListIncomplete() {
        export.write("repositories.json", "[{\"name\": \"../..\"}, {\"name\": \"shop\"}]");

        assertThat(export.acme().list().partitions())
                .extracting(Partition::name)
                .containsExactly("organization", "repositories/shop");
        assertThat(export.acme().list().completeness())
                .isEqualTo(Completeness.partial("repositories.json /0/name: expected the name of a repository"));
    }

    @Test
    void withoutItsListOfRepositoriesAnExportCannotBeRead() {
        assertThatThrownBy(() -> export.acme().list())
                .isInstanceOf(SourceException.class)
                .hasMessage("repositories.json: no such file");
    }

    @Test
    void anEnterpriseServerHasItsOwnHost() {
        export.write("repositories.json", "[{\"name\": \"shop\"}]");
        Connector connector =
                GitHubConnector.export(folder).organization("acme").host("GHE.acme.example");
        Collected sink = new Collected();
        connector.list().partitions().forEach(p -> p.read(sink));

        assertThat(connector.scope()).hasToString("github:ghe.acme.example/acme");
        assertThat(sink.all(Repository.class))
                .extracting(r -> r.key().text())
                .containsExactly("repository:ghe.acme.example/acme/shop");
    }
}
