package dev.throughline.explore;

import static dev.throughline.explore.Condition.finding;
import static dev.throughline.explore.Condition.has;
import static dev.throughline.explore.Condition.not;
import static dev.throughline.explore.Condition.property;
import static dev.throughline.explore.Condition.unknown;
import static dev.throughline.explore.Condition.via;
import static dev.throughline.explore.Sentence.find;
import static dev.throughline.model.AssetKind.CLUSTER;
import static dev.throughline.model.AssetKind.CONTAINER;
import static dev.throughline.model.AssetKind.CONTAINER_IMAGE;
import static dev.throughline.model.AssetKind.REPOSITORY;
import static dev.throughline.model.AssetKind.WORKLOAD;
import static dev.throughline.model.RelationType.CONTAINS;
import static dev.throughline.model.RelationType.CREATED_FROM;
import static dev.throughline.risk.Factor.INTERNET_EXPOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private final Estate estate = new Estate()
            .deployment("api", Map.of("hostNetwork", true))
            .deployment("web", Map.of("hostNetwork", false))
            .deployment("job")
            .exposed("api")
            .runs("api", Estate.image('a'))
            .runs("web", Estate.image('b'))
            .asset(
                    Estate.image('a'),
                    Map.of("labels", List.of("org.opencontainers.image.source=https://github.com/acme/shop")))
            .asset(AssetKey.repository("github.com/acme/shop"), Map.of("name", "shop"))
            .vulnerable(Estate.image('a'), '1', "CVE-2026-1", Map.of("knownExploited", true, "cvssScore", 9.8));

    @Test
    void followsAnExposedWorkloadToItsCode() {
        Answer answer = answer(find(WORKLOAD)
                .as("workload")
                .that(has(INTERNET_EXPOSED))
                .that(via(CONTAINS)
                        .to(find(CONTAINER)
                                .as("container")
                                .that(via(CREATED_FROM)
                                        .to(find(CONTAINER_IMAGE)
                                                .as("image")
                                                .that(has(finding().knownExploited()))
                                                .that(via(DerivedRelation.BUILT_FROM)
                                                        .to(find(REPOSITORY).as("code"))))))));

        assertThat(answer.columns()).containsExactly("workload", "container", "image", "code");
        assertThat(answer.rows())
                .containsExactly(List.of(
                        Estate.workload("api"),
                        Estate.container("api"),
                        Estate.image('a'),
                        AssetKey.repository("github.com/acme/shop")));
        assertThat(answer.next()).isEmpty();
    }

    @Test
    void whatIsUnknownIsNotDenied() {
        Condition onHost = property("hostNetwork").is(true);

        assertThat(workloads(onHost)).containsExactly("api");
        assertThat(workloads(not(onHost))).containsExactly("web");
        assertThat(workloads(unknown(onHost))).containsExactly("job");
        assertThat(workloads(not(unknown(onHost)))).containsExactly("api", "web");
    }

    @Test
    void thatAFindingIsMissingIsNotKnownOfAnImageThatNobodyDescribed() {
        Sentence images = find(CONTAINER_IMAGE);

        assertThat(rows(images.that(has(finding())))).containsExactly(List.of(Estate.image('a')));
        assertThat(rows(images.that(not(has(finding()))))).isEmpty();
        assertThat(rows(images.that(unknown(has(finding()))))).containsExactly(List.of(Estate.image('b')));
    }

    @Test
    void thatAConnectionIsMissingIsNotKnownWhereASourceWasReadInPart() {
        Condition hasImage = via(CONTAINS, CREATED_FROM).within(2).to(find(CONTAINER_IMAGE));
        assertThat(workloads(not(hasImage)))
                .as("its container was only mentioned")
                .isEmpty();
        estate.asset(Estate.container("job"), Map.of("name", "app"));
        assertThat(workloads(not(hasImage))).containsExactly("job");

        estate.readInPart("a page is missing");

        assertThat(workloads(not(hasImage))).isEmpty();
        assertThat(workloads(unknown(hasImage))).containsExactly("job");
    }

    @Test
    void reachesOverSeveralRelationsButNoMore() {
        Condition inCluster = via(CONTAINS).within(2).from(find(CLUSTER));

        assertThat(workloads(inCluster)).containsExactly("api", "job", "web");
        assertThat(workloads(via(CONTAINS).from(find(CLUSTER)))).isEmpty();
        assertThat(rows(find(CONTAINER).that(inCluster))).isEmpty();
    }

    @Test
    void answersPageByPage() {
        Sentence sentence =
                find(CLUSTER).that(via(CONTAINS).within(3).to(find(CONTAINER).as("container")));
        Answer first = estate.assess().explore(sentence, Page.first(2));

        assertThat(first.rows()).extracting(row -> row.get(1)).containsExactly(container("api"), container("job"));
        Answer second = estate.assess().explore(sentence, first.next().orElseThrow());
        assertThat(second.rows()).extracting(row -> row.get(1)).containsExactly(container("web"));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void refusesThePageOfAnotherSentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        estate.assess().explore(find(WORKLOAD), new Page(1, List.of(Estate.CLUSTER, Estate.NAMESPACE))))
                .withMessage("a row has 1 keys, not the 2 of the row before the page");
        assertThatIllegalArgumentException().isThrownBy(() -> Page.first(0));
    }

    private static AssetKey container(String workload) {
        return Estate.container(workload);
    }

    private List<String> workloads(Condition condition) {
        return rows(find(WORKLOAD).that(condition)).stream()
                .map(row -> row.get(0).text())
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .toList();
    }

    private List<List<AssetKey>> rows(Sentence sentence) {
        return answer(sentence).rows();
    }

    private Answer answer(Sentence sentence) {
        return estate.assess().explore(sentence);
    }
}
