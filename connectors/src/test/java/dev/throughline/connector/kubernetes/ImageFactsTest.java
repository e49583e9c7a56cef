package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageFactsTest {
    private static final String APP = "container:prod-eu/default/StatefulSet/db/app";
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startEmpty() {
        dump = new DumpFolder(folder);
    }

    private DumpFolder asks(String image) {
        return dump.with("db.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec: {template: {spec: {containers: [{name: app, image: "%s"}]}}}
                """.formatted(image));
    }

    private DumpFolder runs(String pod, String phase, String image, String id) {
        return dump.with(pod + ".yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, ownerReferences: [{kind: StatefulSet, name: db, controller: true}]}
                spec: {containers: [{name: app, image: "%s"}]}
                status: {phase: %s, containerStatuses: [{name: app, image: "%2$s", imageID: "%s"}]}
                """.formatted(pod, image, phase, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io/acme/db@", "docker-pullable://ghcr.io/acme/db@"})
    void readsTheDigestThatAPodReallyRuns(String prefix) {
        asks("ghcr.io/acme/db:1");
        Collected read =
                runs("db-0", "Running", "ghcr.io/acme/db:1", prefix + ONE).read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactly(APP + " CREATED_FROM image:" + ONE + " {reference=ghcr.io/acme/db:1}");
        assertThat(read.relations(RelationType.TAGGED))
                .containsExactly("imagetag:ghcr.io/acme/db:1 TAGGED image:" + ONE);
        assertThat(read.relations(RelationType.HOLDS))
                .containsExactly("registryrepository:ghcr.io/acme/db HOLDS image:" + ONE);
        assertThat(read.relations(RelationType.CONTAINS))
                .contains(
                        "registry:ghcr.io CONTAINS registryrepository:ghcr.io/acme/db",
                        "registryrepository:ghcr.io/acme/db CONTAINS imagetag:ghcr.io/acme/db:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "docker://"})
    void aDigestWithoutARepositoryIsThatOfTheConfigurationAndSaysNothingOfTheTag(String prefix) {
        asks("ghcr.io/acme/db:1");
        Collected read =
                runs("db-0", "Running", "ghcr.io/acme/db:1", prefix + ONE).read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactly(APP + " CREATED_FROM image:" + ONE + " {reference=ghcr.io/acme/db:1}");
        assertThat(read.relations(RelationType.TAGGED)).isEmpty();
        assertThat(read.relations(RelationType.HOLDS)).isEmpty();
    }

    @Test
    void podsThatRunDifferentDigestsAreEachBelieved() {
        asks("ghcr.io/acme/db:latest");
        runs("db-0", "Running", "ghcr.io/acme/db:latest", "ghcr.io/acme/db@" + ONE);
        Collected read = runs("db-1", "Running", "ghcr.io/acme/db:latest", "ghcr.io/acme/db@" + TWO)
                .read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactlyInAnyOrder(
                        APP + " CREATED_FROM image:" + ONE + " {reference=ghcr.io/acme/db:latest}",
                        APP + " CREATED_FROM image:" + TWO + " {reference=ghcr.io/acme/db:latest}");
    }

    @Test
    void podsThatAreOverDoNotCountWhileOthersRun() {
        asks("ghcr.io/acme/db:2");
        runs("db-0", "Failed", "ghcr.io/acme/db:1", "ghcr.io/acme/db@" + ONE);
        Collected read = runs("db-1", "Running", "ghcr.io/acme/db:2", "ghcr.io/acme/db@" + TWO)
                .read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactly(APP + " CREATED_FROM image:" + TWO + " {reference=ghcr.io/acme/db:2}");
    }

    @Test
    void podsThatAreOverTellWhatRanWhereNoOthersDo() {
        asks("ghcr.io/acme/db:1");
        Collected read = runs("db-0", "Succeeded", "ghcr.io/acme/db:1", "ghcr.io/acme/db@" + ONE)
                .read();

        assertThat(read.relations(RelationType.CREATED_FROM)).hasSize(1);
    }

    @Test
    void aTagIsNotSaidToPointAtADigestThatWasAskedForBesideIt() {
        asks("ghcr.io/acme/db:1@" + ONE);
        Collected read = runs("db-0", "Running", "ghcr.io/acme/db:1@" + ONE, "ghcr.io/acme/db@" + ONE)
                .read();

        assertThat(read.relations(RelationType.CREATED_FROM)).hasSize(1);
        assertThat(read.relations(RelationType.TAGGED)).isEmpty();
    }

    @Test
    void aTagIsNotSaidToPointAtADigestOfAnotherRepository() {
        asks("mirror.example/db:1");
        Collected read = runs("db-0", "Running", "mirror.example/db:1", "ghcr.io/acme/db@" + ONE)
                .read();

        assertThat(read.relations(RelationType.TAGGED)).isEmpty();
        assertThat(read.relations(RelationType.HOLDS))
                .containsExactly("registryrepository:ghcr.io/acme/db HOLDS image:" + ONE);
    }

    @Test
    void withoutPodsTheDigestThatWasAskedForCounts() {
        Collected read = asks("ghcr.io/acme/db:1@" + ONE).read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactly(APP + " CREATED_FROM image:" + ONE + " {reference=ghcr.io/acme/db:1@" + ONE + "}");
        assertThat(read.relations(RelationType.HOLDS))
                .containsExactly("registryrepository:ghcr.io/acme/db HOLDS image:" + ONE);
    }

    @Test
    void withoutAnyDigestOnlyTheTagIsKnown() {
        asks("nginx");
        Collected read = runs("db-0", "Pending", "nginx", "").read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactly(APP + " CREATED_FROM imagetag:docker.io/library/nginx:latest {reference=nginx}");
    }

    @Test
    void aBrokenReferenceCostsTheImageNotTheWorkload() {
        Collected read = asks("NOT AN IMAGE").read();

        assertThat(read.relations(RelationType.CREATED_FROM)).isEmpty();
        assertThat(read.relations(RelationType.CONTAINS))
                .contains("workload:prod-eu/default/StatefulSet/db CONTAINS " + APP);
        assertThat(read.rejections())
                .singleElement()
                .satisfies(rejection ->
                        assertThat(rejection.position()).isEqualTo("/0/spec/template/spec/containers/0/image"));
    }

    @Test
    void aBrokenDigestIsRejectedAndTheTagCounts() {
        asks("ghcr.io/acme/db:1");
        Collected read = runs("db-0", "Running", "ghcr.io/acme/db:1", "ghcr.io/acme/db@sha256:redacted")
                .read();

        assertThat(read.relations(RelationType.CREATED_FROM))
                .containsExactly(APP + " CREATED_FROM imagetag:ghcr.io/acme/db:1 {reference=ghcr.io/acme/db:1}");
        assertThat(read.rejections()).hasSize(1);
    }
}
