package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an export says of commits, of where they were deployed, and of where artifacts are kept and run. */
class GitHubDeploymentsTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String SHA = "54aac13cac0d3092411958cc758098938a034812";
    private static final String DIGEST = "sha256:02b67aa6578418d81eeccfcd0f463f55a1e5db4522d1f16b5e7b2343c7a03fc9";
    private static final String STORAGE = "artifacts/02b67aa6/storage-records.json";
    private static final String DEPLOYED = "artifacts/02b67aa6/deployment-records.json";

    @TempDir
    private Path folder;

    private GitHubExport export;

    private final Collected facts = new Collected();

    @BeforeEach
    void writeTheListOfRepositories() {
        export = new GitHubExport(folder);
        export.write("repositories.json", "[{\"name\": \"shop\", \"full_name\": \"acme/shop\"}]");
        export.write("repositories/shop/secrets.json", "{\"total_count\": 0, \"secrets\": []}");
    }

    @Test
    void readsTheAccountThatWroteACommitAndNoAddress() {
        export.write(
                "repositories/shop/commits.json", """
            [{"sha": "%1$s", "author": {"login": "mira", "email": "mira@acme.example"},
              "commit": {"author": {"name": "Mira", "email": "mira@acme.example", "date": "2026-11-01T08:00:00Z"},
                         "committer": {"email": "mira@acme.example", "date": "2026-11-02T08:00:00Z"}}},
             {"sha": "%2$s", "author": null, "commit": {"author": {"name": "torvalds"}}},
             {"sha": "%3$s", "author": {}, "commit": {}}]
            """.formatted(SHA, SHA.replace('5', '6'), SHA.replace('5', '7')));

        assertThat(export.partition("repositories/shop").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.all(Commit.class))
                .extracting(Commit::sha, Commit::author, Commit::committedAt)
                .containsExactlyInAnyOrder(
                        tuple(SHA, "mira", Instant.parse("2026-11-02T08:00:00Z")),
                        tuple(SHA.replace('5', '6'), null, null),
                        tuple(SHA.replace('5', '7'), null, null));
        assertThat(facts.relations(RelationType.CONTAINS))
                .contains(SHOP + " CONTAINS commit:github.com/acme/shop@" + SHA);
        assertThat(facts.facts()).noneMatch(fact -> fact.contains("@acme.example") || fact.contains("torvalds"));
    }

    @Test
    void readsWhichCommitWasDeployedToWhichEnvironment() {
        export.write("repositories/shop/deployments.json", """
            [{"id": 1, "sha": "%s", "ref": "main", "task": "deploy", "environment": "production",
              "payload": "any", "created_at": "2026-11-02T08:00:00Z",
              "creator": {"login": "octocat", "email": "octocat@acme.example"}}]
            """.formatted(SHA));

        assertThat(export.partition("repositories/shop").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO))
                .containsExactly("commit:github.com/acme/shop@" + SHA
                        + " DEPLOYED_TO environment:github.com/acme/shop/production"
                        + " {createdAt=2026-11-02T08:00:00Z, creator=octocat, ref=main, task=deploy}");
        assertThat(facts.relations(RelationType.CONTAINS))
                .contains(
                        SHOP + " CONTAINS commit:github.com/acme/shop@" + SHA,
                        SHOP + " CONTAINS environment:github.com/acme/shop/production");
        assertThat(facts.facts()).noneMatch(fact -> fact.contains("@acme.example"));
    }

    @Test
    void aDeploymentThatCameToPassNamesTheHostOfItsAddressAndNothingElseOfIt() {
        export.write("repositories/shop/deployments.json", """
            [{"id": 1, "sha": "%s", "environment": "production"}]
            """.formatted(SHA));
        export.write("repositories/shop/deployments/1/statuses.json", """
            [{"state": "inactive", "created_at": "2026-11-03T08:00:00Z", "environment_url": ""},
             {"state": "success", "created_at": "2026-11-02T08:05:00Z",
              "environment_url": "https://user:secret@Shop.acme.example:8443/?token=secret"},
             {"state": "failure", "created_at": "2026-11-02T08:01:00Z", "environment_url": "https://old.example"}]
            """);

        assertThat(export.partition("repositories/shop").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO))
                .containsExactly("commit:github.com/acme/shop@" + SHA
                        + " DEPLOYED_TO environment:github.com/acme/shop/production {host=shop.acme.example}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure", "error", "pending", "queued", "in_progress"})
    void aDeploymentThatDidNotComeToPassDeployedNothing(String state) {
        export.write("repositories/shop/deployments.json", """
            [{"id": 1, "sha": "%s", "environment": "production"}]
            """.formatted(SHA));
        export.write("repositories/shop/deployments/1/statuses.json", """
            [{"state": "%s", "created_at": "2026-11-02T08:05:00Z"},
             {"state": "success", "created_at": "2026-11-02T08:00:00Z"}]
            """.formatted(state));

        assertThat(export.partition("repositories/shop").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO)).isEmpty();
        assertThat(facts.all(DeploymentEnvironment.class)).hasSize(1);
    }

    @Test
    void aDeploymentThatCannotBeUsedIsRejectedWithItsPlaceAndTheRestGoesOn() {
        export.write("repositories/shop/deployments.json", """
            [{"sha": "main", "environment": "production"},
             {"sha": "%1$s", "environment": 7},
             {"sha": "%1$s", "environment": "staging", "creator": "octocat"},
             {"sha": "%1$s", "environment": "staging"}]
            """.formatted(SHA));

        assertThat(export.partition("repositories/shop").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO)).hasSize(1);
        assertThat(facts.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "repositories/shop/deployments.json /0: 'main' is not the full name of a commit",
                        "repositories/shop/deployments.json /1/environment: expected a string, found number",
                        "repositories/shop/deployments.json /2/creator: expected an object, found string");
    }

    @Test
    void readsWhichRegistryHoldsAnArtifact() {
        export.write(STORAGE, """
            {"total_count": 4, "storage_records": [
              {"digest": "%1$s", "name": "shop", "registry_url": "https://Reg.acme.example/", "repository": "team/shop",
               "status": "active", "artifact_url": "https://reg.acme.example/x"},
              {"digest": "%1$s", "name": "ghcr.io/acme/shop", "registry_url": "https://ghcr.io", "status": "eol"},
              {"digest": "%1$s", "name": "shop", "registry_url": "https://quay.io"},
              {"digest": "%1$s", "name": "shop", "registry_url": "https://old.acme.example", "repository": "shop",
               "status": "deleted"}]}
            """.formatted(DIGEST));

        assertThat(export.partition("organization").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.relations(RelationType.HOLDS))
                .containsExactly(
                        "registryrepository:ghcr.io/acme/shop HOLDS image:" + DIGEST,
                        "registryrepository:reg.acme.example/team/shop HOLDS image:" + DIGEST);
        assertThat(facts.relations(RelationType.CONTAINS))
                .containsExactly(
                        "registry:ghcr.io CONTAINS registryrepository:ghcr.io/acme/shop",
                        "registry:reg.acme.example CONTAINS registryrepository:reg.acme.example/team/shop");
    }

    @Test
    void readsToWhichEnvironmentAndClusterAnArtifactWasDeployed() {
        export.write(DEPLOYED, """
            {"total_count": 2, "deployment_records": [
              {"id": 1, "digest": "%1$s", "logical_environment": "prod", "physical_environment": "eu-west",
               "cluster": "prod-eu", "deployment_name": "shop-api-api", "tags": {"a": "b"}, "attestation_id": null},
              {"id": 2, "digest": "%1$s", "logical_environment": "shop/prod", "deployment_name": "shop-api-api"}]}
            """.formatted(DIGEST));

        assertThat(export.partition("organization").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.relations(RelationType.DEPLOYED_TO))
                .containsExactly(
                        "image:" + DIGEST + " DEPLOYED_TO environment:github.com/acme/prod"
                                + " {cluster=prod-eu, deployment=shop-api-api, region=eu-west}",
                        "image:" + DIGEST + " DEPLOYED_TO environment:github.com/acme/shop%2Fprod"
                                + " {deployment=shop-api-api}");
        assertThat(facts.relations(RelationType.CONTAINS))
                .contains("organization:github.com/acme CONTAINS environment:github.com/acme/prod");
        assertThat(facts.all(DeploymentEnvironment.class))
                .extracting(DeploymentEnvironment::name)
                .containsExactlyInAnyOrder("prod", "shop/prod");
    }

    @Test
    void aRecordThatCannotBeUsedIsRejectedWithItsPlace() {
        export.write(STORAGE, """
            {"storage_records": [
              {"digest": "%1$s", "name": "shop", "registry_url": "https://registry", "repository": "shop"},
              {"digest": "%1$s", "name": "shop", "registry_url": "https://ghcr.io", "repository": "a", "status": 1}]}
            """.formatted(DIGEST));
        export.write(DEPLOYED, """
            {"deployment_records": [{"digest": "latest", "logical_environment": "prod"},
                                    {"digest": "%s", "logical_environment": "prod", "cluster": 1}]}
            """.formatted(DIGEST));

        assertThat(export.partition("organization").read(facts)).isEqualTo(Completeness.complete());

        assertThat(facts.rejections())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(STORAGE
                                        + " /storage_records/0/registry_url: expected the https address of a registry"),
                        second -> assertThat(second)
                                .isEqualTo(STORAGE + " /storage_records/1/status: expected a string, found number"),
                        third -> assertThat(third).startsWith(DEPLOYED + " /deployment_records/0: "),
                        fourth -> assertThat(fourth)
                                .isEqualTo(
                                        DEPLOYED + " /deployment_records/1/cluster: expected a string, found number"));
        assertThat(facts.relations(RelationType.HOLDS)).isEmpty();
        assertThat(facts.relations(RelationType.DEPLOYED_TO)).isEmpty();
    }

    @Test
    void fewerRecordsThanAnnouncedAreAGap() {
        export.write(DEPLOYED, "{\"total_count\": 2, \"deployment_records\": []}");

        assertThat(export.partition("organization").read(facts))
                .isEqualTo(Completeness.partial("artifacts/02b67aa6/deployment-records: 0 of 2 records are there"));
    }
}
