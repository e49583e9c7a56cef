package dev.throughline.connector.trivy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which image a report is about, and what it says of it. */
final class TrivyImagesTest {
    private static final String BASE = "sha256:" + "c".repeat(64);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void describesTheImageUnderTheDigestThatRegistriesHoldItBy() throws IOException {
        read(TrivyReports.image("""
            {
              "ImageID": "%s",
              "RepoTags": ["ghcr.io/acme/shop:1.4.2", "shop:local"],
              "RepoDigests": ["ghcr.io/acme/shop@%s"],
              "ImageConfig": {
                "architecture": "amd64",
                "created": "2026-10-19T13:41:20.730915Z",
                "os": "linux",
                "config": {"Labels": {
                  "org.opencontainers.image.source": "https://github.com/acme/shop",
                  "org.opencontainers.image.base.name": "docker.io/library/debian:12",
                  "org.opencontainers.image.base.digest": "%s"
                }}
              }
            }
            """.formatted(TrivyReports.CONFIG, TrivyReports.MANIFEST, BASE), "[]"));

        assertThat(sink.all(ContainerImage.class))
                .containsExactly(new ContainerImage(
                        new AssetKey("image:" + TrivyReports.MANIFEST),
                        TrivyReports.CONFIG,
                        "amd64",
                        "linux",
                        "docker.io/library/debian:12",
                        BASE,
                        List.of(
                                "org.opencontainers.image.base.digest=" + BASE,
                                "org.opencontainers.image.base.name=docker.io/library/debian:12",
                                "org.opencontainers.image.source=https://github.com/acme/shop"),
                        Instant.parse("2026-10-19T13:41:20.730915Z"),
                        Instant.parse("2026-11-18T05:11:09.338402Z")));
        assertThat(sink.relations(RelationType.HOLDS))
                .containsExactly("registryrepository:ghcr.io/acme/shop HOLDS image:" + TrivyReports.MANIFEST);
        assertThat(sink.relations(RelationType.TAGGED))
                .containsExactly(
                        "imagetag:docker.io/library/shop:local TAGGED image:" + TrivyReports.MANIFEST,
                        "imagetag:ghcr.io/acme/shop:1.4.2 TAGGED image:" + TrivyReports.MANIFEST);
    }

    @Test
    void aTagPointsAtTheDigestInItsOwnRepository() throws IOException {
        String other = "sha256:" + "d".repeat(64);
        read(TrivyReports.image("""
            {"RepoTags": ["ghcr.io/acme/shop:1"], "RepoDigests": ["ghcr.io/acme/shop@%s", "quay.io/acme/shop@%s"]}
            """.formatted(TrivyReports.MANIFEST, other), "[]"));

        assertThat(sink.all(ContainerImage.class)).hasSize(2);
        assertThat(sink.relations(RelationType.TAGGED))
                .containsExactly("imagetag:ghcr.io/acme/shop:1 TAGGED image:" + TrivyReports.MANIFEST);
    }

    @Test
    void namesAnImageNobodyPushedByItsConfiguration() throws IOException {
        read(TrivyReports.image("""
            {
              "ImageID": "%s",
              "RepoTags": [""],
              "RepoDigests": [""],
              "ImageConfig": {"architecture": "", "os": "", "created": "0001-01-01T00:00:00Z"}
            }
            """.formatted(TrivyReports.CONFIG), "[]"));

        assertThat(sink.all(ContainerImage.class))
                .containsExactly(new ContainerImage(
                        new AssetKey("image:" + TrivyReports.CONFIG),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2026-11-18T05:11:09.338402Z")));
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void rejectsReferencesAndTimesThatAreNoneAndKeepsTheImage() throws IOException {
        read(TrivyReports.image("""
            {
              "RepoTags": ["Not A Tag"],
              "RepoDigests": ["ghcr.io/acme/shop:1", "ghcr.io/acme/shop@sha256:1", "ghcr.io/acme/shop@%s"],
              "ImageConfig": {"created": "”2021-10-12”", "config": {
                "Labels": {"org.opencontainers.image.base.digest": "latest"}}}
            }
            """.formatted(TrivyReports.MANIFEST), "[]"));

        assertThat(sink.get(ContainerImage.class, new AssetKey("image:" + TrivyReports.MANIFEST))
                        .baseDigest())
                .isNull();
        assertThat(sink.rejections().stream().map(Object::toString))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("report.json /Metadata/RepoDigests/0: "),
                        second -> assertThat(second).startsWith("report.json /Metadata/RepoDigests/1: "),
                        third -> assertThat(third).startsWith("report.json /Metadata/RepoTags/0: "),
                        fourth -> assertThat(fourth).startsWith("report.json /Metadata/ImageConfig/created: "));
    }

    private void read(String report) throws IOException {
        Files.writeString(folder.resolve("report.json"), report);
        TrivyConnector.files(folder).list().partitions().get(0).read(sink);
    }
}
