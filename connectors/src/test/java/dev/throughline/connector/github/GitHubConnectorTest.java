package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Branch;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Organization;
import dev.throughline.model.OwnershipRule;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Visibility;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHubConnectorTest extends ConnectorContract {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String SHA = "54aac13cac0d3092411958cc758098938a034812";
    private static final String DIGEST = "sha256:02b67aa6578418d81eeccfcd0f463f55a1e5db4522d1f16b5e7b2343c7a03fc9";

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        writeShop();
        write(
                "organization.json",
                "{\"login\": \"acme\", \"name\": \"Acme\", \"default_repository_permission\": \"read\"}");
        writeCodeScanningAlert();
        write("repositories/shop/secret-scanning-alerts.json", """
            [{"number": 1, "state": "open", "secret_type": "token", "secret": "%s"}]
            """.formatted(CANARY));
        return acme();
    }

    @Test
    void readsTheOrganizationAndItsTeams() {
        writeShop();
        write("organization.json", """
            {"login": "acme", "name": "Acme", "html_url": "https://github.com/acme",
             "default_repository_permission": "write", "two_factor_requirement_enabled": false}
            """);
        write("teams.json", """
            [{"slug": "payments", "name": "Payments", "parent": {"slug": "engineering"}}]
            """);

        Collected facts = read("organization");

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
        writeShop();
        write("packages.json", """
            [{"name": "shop", "package_type": "container", "version_count": 2},
             {"name": "client", "package_type": "npm"}]
            """);
        write("packages/shop/versions.1.json", """
            [{"name": "%s", "created_at": "2026-11-01T08:00:00Z", "metadata": {"container": {"tags": ["1.4.2", "latest"]}}}]
            """.formatted(DIGEST));
        write("packages/shop/versions.2.json", """
            [{"name": "%s", "metadata": {"container": {"tags": []}}}]
            """.formatted(DIGEST.replace("02b6", "ffff")));

        Collected facts = read("organization");

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
        writeShop();

        Repository shop = read("repositories/shop").get(Repository.class, SHOP);

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
    void aListOfAlertsShowsThatTheFeatureIsOn() {
        writeShop();
        write("repositories/shop/code-scanning-alerts.json", "[]");
        write("repositories/shop/dependabot-alerts.json", "[]");

        Repository shop = read("repositories/shop").get(Repository.class, SHOP);

        assertThat(shop.codeScanning()).isTrue();
        assertThat(shop.dependencyAlerts()).isTrue();
    }

    @Test
    void readsTheDefaultBranchAndProtectedOnes() {
        writeShop();
        write("repositories/shop/branches.json", """
            [{"name": "main", "protected": true, "commit": {"sha": "%1$s"}},
             {"name": "release/1", "protected": true, "commit": {"sha": "%1$s"}},
             {"name": "topic", "protected": false, "commit": {"sha": "%1$s"}}]
            """.formatted(SHA));
        write("repositories/shop/branches/main/protection.json", """
            {"required_pull_request_reviews": {"required_approving_review_count": 2, "require_code_owner_reviews": true},
             "enforce_admins": {"enabled": false}, "allow_force_pushes": {"enabled": false}, "restrictions": {}}
            """);
        write("repositories/shop/branches/release/1/protection.json", "{\"allow_force_pushes\": {\"enabled\": true}}");

        Collected facts = read("repositories/shop");

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
        writeShop();
        write("repositories/shop/branches.json", "[{\"name\": \"main\", \"protected\": false}]");

        AssetKey main = AssetKey.branch(SHOP, "main");
        assertThat(read("repositories/shop").get(Branch.class, main))
                .isEqualTo(new Branch(main, "main", false, 0L, false, false, false, true, null, null, null, null));
    }

    @Test
    void joinsAWorkflowWithItsFile() {
        writeShop();
        write("repositories/shop/workflows.json", """
            {"total_count": 1, "workflows": [{"id": 7, "name": "Release", "path": ".github/workflows/release.yml",
              "state": "active"}]}
            """);
        write("repositories/shop/contents/.github/workflows/release.yml", """
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

        Collected facts = read("repositories/shop");

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
        writeShop();
        write("repositories/shop/secrets.json", "{\"total_count\": 1, \"secrets\": [{\"name\": \"DEPLOY_KEY\"}]}");
        write("repositories/shop/contents/.github/workflows/call.yml", """
            on: push
            jobs:
              call: {uses: acme/workflows/.github/workflows/deploy.yml@main, secrets: inherit}
            """);

        assertThat(read("repositories/shop").relations(RelationType.USES_SECRET))
                .containsExactly("pipeline:github.com/acme/shop/.github/workflows/call.yml USES_SECRET "
                        + "pipelinesecret:github.com/acme/shop/DEPLOY_KEY");
    }

    @Test
    void aBrokenWorkflowFileIsRejectedAndTheRestGoesOn() {
        writeShop();
        write("repositories/shop/contents/.github/workflows/broken.yml", "on: [push\njobs: {}");
        write("repositories/shop/contents/.github/workflows/sound.yml", "on: push");

        Collected facts = read("repositories/shop");

        assertThat(facts.all(Pipeline.class)).extracting(Pipeline::path).containsExactly(".github/workflows/sound.yml");
        assertThat(facts.rejections()).singleElement().asString().contains("broken.yml", "not YAML");
    }

    @Test
    void readsRunsWithTheRepositoryOfTheirCommit() {
        writeShop();
        write("repositories/shop/runs.json", """
            {"total_count": 2, "workflow_runs": [
              {"id": 19204418733, "path": ".github/workflows/release.yml@refs/heads/main", "run_attempt": 2,
               "event": "push", "head_branch": "main", "head_sha": "%1$s", "conclusion": "success",
               "run_started_at": "2026-11-16T09:13:20Z", "head_repository": {"full_name": "Acme/Shop"}},
              {"id": 2, "path": ".github/workflows/ci.yml", "event": "pull_request", "head_sha": "%1$s",
               "head_repository": {"full_name": "mallory/shop"}}]}
            """.formatted(SHA));

        Collected facts = read("repositories/shop");

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
        writeShop();
        write("repositories/shop/runs.json", """
            {"total_count": 3, "workflow_runs": [
              {"id": 1, "run_attempt": 2, "status": "completed", "created_at": "2026-11-15T09:00:00Z",
               "run_started_at": "2026-11-16T09:13:20Z", "updated_at": "2026-11-16T09:20:00Z"},
              {"id": 2, "run_attempt": 1, "status": "completed", "created_at": "2026-11-15T09:00:00Z",
               "run_started_at": "2026-11-15T09:00:05Z", "updated_at": "2026-11-15T09:20:00Z"},
              {"id": 3, "run_attempt": 1, "status": "in_progress", "created_at": "2026-11-15T09:00:00Z",
               "updated_at": "2026-11-15T09:20:00Z"}]}
            """);

        assertThat(read("repositories/shop").all(PipelineRun.class))
                .extracting(PipelineRun::nativeId, run -> run.startedAt() + " to " + run.endedAt())
                .containsExactly(
                        tuple("1", "2026-11-15T09:00:00Z to 2026-11-16T09:20:00Z"),
                        tuple("2", "2026-11-15T09:00:05Z to 2026-11-15T09:20:00Z"),
                        tuple("3", "2026-11-15T09:00:00Z to null"));
    }

    @Test
    void readsWhichAttestationsThePlatformKeepsUnderTheRepository() {
        writeShop();
        String payload = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        write("repositories/shop/attestations/02b6.json", """
            {"attestations": [
              {"bundle": {"dsseEnvelope": {"payload": "%s", "payloadType": "application/vnd.in-toto+json"}}},
              {"repository_id": 4711, "bundle": {"dsseEnvelope": {"payload": "e30K"}}},
              {"bundle": null, "bundle_url": "https://storage.example/1"},
              {"bundle": {"dsseEnvelope": {"payload": "?"}}}]}
            """.formatted(payload));

        Collected facts = read("repositories/shop");

        assertThat(facts.relations(RelationType.CONTAINS))
                .filteredOn(relation -> relation.contains("attestation:"))
                .as("what another repository keeps, and what is elsewhere, is left out")
                .containsExactly(SHOP + " CONTAINS attestation:sha256:"
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(facts.rejections()).singleElement().asString().contains("payload: not base64");
    }

    @Test
    void aRunPushedTheImagesOfItsPushEventsAndNoOthers() {
        writeShop();
        write("repositories/shop/runs/42/container-mapping.json", """
            {"dockerVersion": "Docker version 28.0.4",
             "dockerEvents": ["ID=ghcr.io/acme/shop:1.4.2", "ID=ghcr.io/acme/lost:1"],
             "dockerImages": [
               "CreatedAt=2026-11-16 09:20:48 +0000 UTC::Repo=ghcr.io/acme/shop::Tag=1.4.2::Digest=%s",
               "CreatedAt=2026-11-03 02:14:09 +0000 UTC::Repo=base/java::Tag=21::Digest=%s",
               "CreatedAt=2026-11-16 09:16:30 +0000 UTC::Repo=<none>::Tag=<none>::Digest=<none>"]}
            """.formatted(
                        DIGEST, DIGEST.replace("02b6", "ffff")));

        Collected facts = read("repositories/shop");

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
        writeShop();
        write("repositories/shop/environments.json", """
            {"total_count": 2, "environments": [
              {"name": "production", "deployment_branch_policy": {"protected_branches": true},
               "protection_rules": [{"type": "wait_timer"}, {"type": "required_reviewers", "reviewers": [{}, {}]}]},
              {"name": "open", "deployment_branch_policy": null, "protection_rules": []}]}
            """);

        assertThat(read("repositories/shop").all(DeploymentEnvironment.class))
                .extracting(
                        DeploymentEnvironment::name,
                        DeploymentEnvironment::requiredReviewers,
                        DeploymentEnvironment::protectedBranchesOnly)
                .containsExactly(tuple("production", 2L, true), tuple("open", 0L, false));
    }

    @Test
    void keepsTheRulesOfCodeOwnersInTheirOrder() {
        writeShop();
        write("repositories/shop/contents/CODEOWNERS", "* @ignored");
        write("repositories/shop/contents/.github/CODEOWNERS", """
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

        Collected facts = read("repositories/shop");

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
    void readsACodeScanningAlert() {
        writeShop();
        writeCodeScanningAlert();

        Collected facts = read("repositories/shop");

        Weakness weakness = facts.all(Weakness.class).get(0);
        assertThat(weakness.title()).isEqualTo("Query built from user-controlled sources");
        assertThat(weakness.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(weakness.state()).isEqualTo(SourceState.DISMISSED);
        assertThat(facts.relations(RelationType.AFFECTS))
                .containsExactly(weakness.key() + " AFFECTS " + SHOP + " {location=src/Refunds.java:74}");
        assertThat(facts.all(Rule.class)).extracting(Rule::cwes).containsExactly(List.of("CWE-89"));
    }

    @Test
    void anAlertHasTheKeyOfTheSarifResultItWasMadeOf() {
        writeShop();
        writeCodeScanningAlert();
        Path sarif = write("codeql.sarif", """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL"}}, "results": [
              {"ruleId": "java/sql-injection", "message": {"text": "This query depends on a [value](1)."},
               "partialFingerprints": {"primaryLocationLineHash": "de4c22a632362a17:1"},
               "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/Refunds.java"},
                 "region": {"startLine": 71}}}]}]}]}
            """);
        Collected fromSarif = new Collected();
        SarifConnector.files(sarif)
                .repository("github.com/acme/shop")
                .list()
                .partitions()
                .get(0)
                .read(fromSarif);

        assertThat(read("repositories/shop").all(Weakness.class).get(0).key())
                .isEqualTo(fromSarif.all(Weakness.class).get(0).key());
    }

    @Test
    void readsADependabotAlert() {
        writeShop();
        write("repositories/shop/dependabot-alerts.json", """
            [{"number": 23, "state": "open", "html_url": "https://github.com/acme/shop/security/dependabot/23",
              "dependency": {"package": {"ecosystem": "maven", "name": "org.springframework:spring-webmvc"},
                             "manifest_path": "pom.xml"},
              "security_vulnerability": {"first_patched_version": {"identifier": "6.1.14"}},
              "security_advisory": {
                "ghsa_id": "GHSA-g5vr-rgqm-vf78", "cve_id": "CVE-2024-38819", "severity": "high",
                "summary": "Path traversal in Spring",
                "identifiers": [{"type": "GHSA", "value": "GHSA-g5vr-rgqm-vf78"}, {"type": "CVE", "value": "CVE-2024-38819"}],
                "cvss_severities": {"cvss_v3": {"vector_string": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "score": 7.5},
                                    "cvss_v4": {"vector_string": null, "score": 0.0}},
                "epss": {"percentage": "0.5190e-1"}, "cwes": [{"cwe_id": "CWE-22"}]}}]
            """);

        Collected facts = read("repositories/shop");

        AssetKey cve = AssetKey.vulnerability("CVE-2024-38819");
        Weakness weakness = facts.all(Weakness.class).get(0);
        assertThat(facts.get(Vulnerability.class, cve))
                .isEqualTo(new Vulnerability(
                        cve,
                        "Path traversal in Spring",
                        Severity.HIGH,
                        7.5,
                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
                        0.0519,
                        null,
                        List.of("CWE-22"),
                        List.of("GHSA-g5vr-rgqm-vf78"),
                        7.5,
                        null,
                        null));
        assertThat(weakness.type()).isEqualTo(WeaknessType.DEPENDENCY);
        assertThat(weakness.packageName()).isEqualTo("pkg:maven/org.springframework/spring-webmvc");
        assertThat(weakness.fixedVersion()).isEqualTo("6.1.14");
        assertThat(facts.relations(RelationType.HAS_PACKAGE))
                .containsExactly(
                        SHOP + " HAS_PACKAGE package:pkg:maven/org.springframework/spring-webmvc {path=pom.xml}");
        assertThat(facts.relations(RelationType.INSTANCE_OF)).containsExactly(weakness.key() + " INSTANCE_OF " + cve);
    }

    @Test
    void readsTheKindAndPlaceOfAnExposedSecretButNotTheSecret() {
        writeShop();
        write("repositories/shop/secret-scanning-alerts.json", """
            [{"number": 7, "state": "resolved", "resolution": "revoked", "secret_type": "github_pat",
              "secret_type_display_name": "GitHub Personal Access Token", "secret": "%s", "validity": "inactive",
              "publicly_leaked": true}]
            """.formatted(CANARY));
        write("repositories/shop/secret-scanning-alerts/7/locations.json", """
            [{"type": "issue_body", "details": {"issue_body_url": "https://api.github.com/repos/acme/shop/issues/1"}},
             {"type": "commit", "details": {"path": "deploy.sh", "start_line": 12}},
             {"type": "commit", "details": {"path": "old/deploy.sh", "start_line": 3}}]
            """);

        Collected facts = read("repositories/shop");

        AssetKey key = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, SHOP, "secret-scanning/7");
        assertThat(facts.get(ExposedSecret.class, key))
                .isEqualTo(new ExposedSecret(
                        key,
                        "github_pat",
                        "GitHub Personal Access Token",
                        "deploy.sh",
                        12L,
                        SourceState.FIXED,
                        "inactive",
                        true,
                        null));
        assertThat(facts.relations(RelationType.CONTAINS)).contains(SHOP + " CONTAINS " + key);
        assertThat(facts.facts()).noneMatch(fact -> fact.contains(CANARY));
    }

    @Test
    void fewerRecordsThanAnnouncedAreAGap() {
        writeShop();
        write("repositories/shop/runs.1.json", "{\"total_count\": 5, \"workflow_runs\": [{\"id\": 1}, {\"id\": 2}]}");
        write("repositories/shop/runs.3.json", "{\"total_count\": 5, \"workflow_runs\": [{\"id\": 4}]}");

        assertThat(completeness("repositories/shop"))
                .isEqualTo(Completeness.partial("repositories/shop/runs: pages are missing before page 3; "
                        + "repositories/shop/runs: 3 of 5 records are there"));
    }

    @Test
    void aBrokenFileIsAGapAndTheRestGoesOn() {
        writeShop();
        write("repositories/shop/branches.json", "[{\"name\": ");
        write("repositories/shop/runs.json", "{\"message\": \"Not Found\", \"status\": \"404\"}");
        write("repositories/shop/secrets.json", "{\"total_count\": 1, \"secrets\": [{\"name\": \"DEPLOY_KEY\"}]}");

        assertThat(completeness("repositories/shop"))
                .isEqualTo(Completeness.partial("repositories/shop/branches.json 1:11: it ends too early; "
                        + "repositories/shop/runs.json /workflow_runs: this list is not there"));
        assertThat(read("repositories/shop").relations(RelationType.CONTAINS))
                .contains(SHOP + " CONTAINS pipelinesecret:github.com/acme/shop/DEPLOY_KEY");
    }

    @Test
    void aRepositoryWithoutFolderIsOnlyListed() {
        write("repositories.json", "[{\"name\": \"shop\"}]");

        assertThat(completeness("repositories/shop"))
                .isEqualTo(Completeness.partial("repositories/shop is only listed, its folder is not there"));
        assertThat(read("repositories/shop").all(Repository.class)).hasSize(1);
    }

    @Test
    void aRepositoryThatCannotBeUsedLeavesTheListIncomplete() {
        write("repositories.json", "[{\"name\": \"../..\"}, {\"name\": \"shop\"}]");

        assertThat(acme().list().partitions())
                .extracting(Partition::name)
                .containsExactly("organization", "repositories/shop");
        assertThat(acme().list().completeness())
                .isEqualTo(Completeness.partial("repositories.json /0/name: expected the name of a repository"));
    }

    @Test
    void withoutItsListOfRepositoriesAnExportCannotBeRead() {
        assertThatThrownBy(() -> acme().list())
                .isInstanceOf(SourceException.class)
                .hasMessage("repositories.json: no such file");
    }

    @Test
    void anEnterpriseServerHasItsOwnHost() {
        write("repositories.json", "[{\"name\": \"shop\"}]");
        Connector connector =
                GitHubConnector.export(folder).organization("acme").host("GHE.acme.example");
        Collected sink = new Collected();
        connector.list().partitions().forEach(p -> p.read(sink));

        assertThat(connector.scope()).hasToString("github:ghe.acme.example/acme");
        assertThat(sink.all(Repository.class))
                .extracting(r -> r.key().text())
                .containsExactly("repository:ghe.acme.example/acme/shop");
    }

    private void writeShop() {
        write("repositories.json", """
            [{"id": 871204336, "name": "shop", "full_name": "acme/shop", "visibility": "internal", "private": true,
              "default_branch": "main", "archived": false, "fork": false, "pushed_at": "2026-11-16T09:12:40Z",
              "security_and_analysis": {"advanced_security": {"status": "enabled"},
                "secret_scanning": {"status": "enabled"}, "secret_scanning_push_protection": {"status": "disabled"}}}]
            """);
        write("repositories/shop/workflows.json", "{\"total_count\": 0, \"workflows\": []}");
    }

    private void writeCodeScanningAlert() {
        write("repositories/shop/code-scanning-alerts.json", """
            [{"number": 4, "state": "dismissed", "html_url": "https://github.com/acme/shop/security/code-scanning/4",
              "rule": {"id": "java/sql-injection", "severity": "error", "security_severity_level": "critical",
                       "description": "Query built from user-controlled sources", "tags": ["external/cwe/cwe-089"]},
              "tool": {"name": "CodeQL"},
              "most_recent_instance": {"message": {"text": "This query depends on a value."},
                "location": {"path": "src/Refunds.java", "start_line": 74}}}]
            """);
    }

    private GitHubConnector acme() {
        return GitHubConnector.export(folder).organization("acme");
    }

    private Collected read(String partition) {
        Collected sink = new Collected();
        partition(partition).read(sink);
        return sink;
    }

    private Completeness completeness(String partition) {
        return partition(partition).read(new Collected());
    }

    private Partition partition(String name) {
        return acme().list().partitions().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
