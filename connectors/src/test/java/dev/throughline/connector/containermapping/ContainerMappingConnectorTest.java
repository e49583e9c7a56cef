package dev.throughline.connector.containermapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Throughline;
import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContainerMappingConnectorTest extends ConnectorContract {
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String BUILT = "sha256:" + "b".repeat(64);
    private static final String BASE = "sha256:" + "c".repeat(64);
    private static final String PAYLOAD = """
        {%s"dockerVersion": "Docker version 28.0.4", "token": "EXAMPLE-not-a-real-secret",
         "dockerEvents": ["ID=registry.example/shop/api:1.4.2"],
         "dockerImages": [
           "CreatedAt=2026-11-16 09:20:48 +0000 UTC::Repo=registry.example/shop/api::Tag=1.4.2::Digest=%s",
           "CreatedAt=2026-11-03 02:14:09 +0000 UTC::Repo=registry.example/base/java::Tag=21::Digest=%s",
           "CreatedAt=2026-11-16 09:19:00 +0000 UTC::Repo=registry.example/shop/worker::Tag=1.4.2::Digest=<none>"]}
        """;
    private static final String JOB = """
        "job": {"platform": "github", "repository": "https://github.com/Acme/Shop", "commit": "%s", "run": 42,
                "pipeline": ".github/workflows/release.yml"},
        """.formatted(SHA);

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return files(JOB);
    }

    private ContainerMappingConnector files(String job) {
        return write(PAYLOAD.formatted(job, BUILT, BASE));
    }

    private ContainerMappingConnector write(String content) {
        Written.file(folder, "job.json", content);
        return ContainerMappingConnector.files(folder).named("release");
    }

    private static Collected read(Connector connector) {
        Collected sink = new Collected();
        connector.list().partitions().forEach(partition -> partition.read(sink));
        return sink;
    }

    @Test
    void aRunPushedTheImagesOfItsPushEventsAndNeitherItsBaseImageNorWhatItOnlyBuilt() {
        Collected facts = read(files(JOB));

        assertThat(facts.relations(RelationType.PUSHED))
                .containsExactly("run:github.com/acme/shop/actions/runs/42 PUSHED image:" + BUILT
                        + " {method=container-mapping, runId=42}");
        assertThat(facts.relations(RelationType.TAGGED))
                .containsExactly("imagetag:registry.example/shop/api:1.4.2 TAGGED image:" + BUILT);
        assertThat(facts.rejections()).isEmpty();
    }

    @Test
    void theImageIsLinkedToRepositoryCommitAndPipelineByWhatTheRunReported() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(files(JOB));
            Candidate origin = throughline
                    .assess()
                    .mapping()
                    .candidates(AssetKey.image(Digest.parse(BUILT)))
                    .get(0);

            AssetKey shop = AssetKey.repository("github.com/acme/shop");
            assertThat(origin.repository()).isEqualTo(shop);
            assertThat(origin.commit()).contains(AssetKey.commit(shop, SHA));
            assertThat(origin.strongest().method()).isEqualTo(LinkMethod.PLATFORM_BUILD);
        }
    }

    @Test
    void settingsTellWhatTheFileLeavesOut() {
        Collected facts = read(files("")
                .repository("https://gitlab.example/acme/shop.git")
                .platform("gitlab")
                .commit(SHA)
                .run("7")
                .pipeline(".gitlab-ci.yml"));

        assertThat(facts.relations(RelationType.PUSHED))
                .containsExactly("run:gitlab.example/acme/shop/pipelines/7 PUSHED image:" + BUILT
                        + " {method=container-mapping, runId=7}");
        assertThat(facts.relations(RelationType.RAN))
                .containsExactly("pipeline:gitlab.example/acme/shop/.gitlab-ci.yml RAN"
                        + " run:gitlab.example/acme/shop/pipelines/7");
    }

    @Test
    void runsHaveTheKeyThatTheConnectorOfTheirPlatformGivesThem() {
        Map<String, String> runs = Map.of(
                "\"repository\": \"https://dev.azure.com/Acme/Store/_git/Shop\", \"run\": \"9\"",
                "run:dev.azure.com/acme/store/builds/9",
                "\"platform\": \"azuredevops\", \"project\": \"https://dev.azure.com/Acme/Store/\", \"run\": \"9\","
                        + " \"repository\": \"github.com/acme/shop\"",
                "run:dev.azure.com/acme/store/builds/9",
                "\"repository\": \"gitlab.com/acme/eu/shop\", \"run\": 9",
                "run:gitlab.com/acme/eu/shop/pipelines/9");

        runs.forEach(
                (job, run) -> assertThat(read(files("\"job\": {" + job + "},")).relations(RelationType.PUSHED))
                        .allMatch(pushed -> pushed.startsWith(run + " PUSHED")));
    }

    @Test
    void aPushWhoseDigestIsMalformedOrNotListedIsRejected() {
        Collected facts = read(write("""
            {%s"dockerEvents": ["ID=registry.example/shop/lost:1", "ID=registry.example/shop/api:1", "PUSH x"],
             "dockerImages": ["Repo=registry.example/shop/api::Tag=1::Digest=sha256:123", "Repo=a::Digest=x"]}
            """.formatted(JOB)));

        assertThat(facts.relations(RelationType.PUSHED)).isEmpty();
        assertThat(facts.rejections())
                .extracting(rejection -> rejection.position())
                .containsExactly(
                        "/dockerImages/0", "/dockerImages/1", "/dockerEvents/0", "/dockerEvents/1", "/dockerEvents/2");
    }

    @Test
    void aJobThatIsNotKnownIsRefusedAndACommitThatCannotBeIsRejected() {
        assertThatThrownBy(() -> read(files("")))
                .isInstanceOf(SourceException.class)
                .hasMessage("job.json /job: the repository of the job is not known");
        assertThatThrownBy(() -> read(files("").repository("git.example/a/b").run("1")))
                .hasMessageContaining("platform of the job is not known");
        assertThatThrownBy(() -> read(write("{\"images\": []}"))).hasMessageContaining("not a container mapping");

        Collected facts = read(files("").repository("github.com/a/b").run("1").commit("abc123"));
        assertThat(facts.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.cause()).contains("not the full name of a commit"));
        assertThat(facts.relations(RelationType.PUSHED)).hasSize(1);
    }
}
