package dev.throughline.graph;

import static dev.throughline.explore.Condition.has;
import static dev.throughline.explore.Condition.property;
import static dev.throughline.explore.Sentence.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.Throughline;
import dev.throughline.explore.Answer;
import dev.throughline.explore.Page;
import dev.throughline.explore.RandomEstate;
import dev.throughline.explore.RandomSentences;
import dev.throughline.explore.Sentence;
import dev.throughline.explore.Template;
import dev.throughline.explore.Templates;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Factor;
import dev.throughline.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is published answers as the assessment does. */
final class PublishedAnswersTest {
    private static final int ESTATES = Soak.rounds("estates", 5);
    private static final int SENTENCES = 20;
    private static final Page ALL = Page.first(1_000_000);

    private final String tenant = UUID.randomUUID().toString();
    private final Neo4jRiskStore store = (Neo4jRiskStore) TestServer.connect(tenant);
    private final Throughline throughline = Throughline.storedIn(store);

    @AfterEach
    void close() {
        throughline.close();
    }

    @Test
    void sameRowsAsInMemory() {
        int answered = 0;
        for (int seed = 0; seed < ESTATES; seed++) {
            Assessment assessment = Estate.assess(RandomEstate.sources(seed));
            throughline.publish(assessment);
            for (int i = 0; i < SENTENCES; i++) {
                Sentence sentence = RandomSentences.of(1_000L * seed + i);
                Answer expected = assessment.explore(sentence, ALL);

                assertThat(store.explore(sentence, ALL))
                        .as("seed %d, %s", seed, sentence)
                        .isEqualTo(expected);
                answered += expected.rows().isEmpty() ? 0 : 1;
            }
        }
        assertThat(answered).as("sentences that find anything").isGreaterThan(ESTATES * SENTENCES / 8);
    }

    @Test
    void templatesAreAnsweredToo() {
        Assessment assessment = Estate.assess(RandomEstate.sources(1));
        throughline.publish(assessment);

        for (Template template : Templates.all()) {
            assertThat(store.explore(template.sentence(), ALL))
                    .as(template.name())
                    .isEqualTo(assessment.explore(template.sentence(), ALL));
        }
    }

    @Test
    void pagesAddUpToTheWhole() {
        Assessment assessment = Estate.assess(RandomEstate.sources(2));
        throughline.publish(assessment);
        for (int i = 0; i < SENTENCES; i++) {
            Sentence sentence = RandomSentences.of(i);
            List<List<AssetKey>> rows = new ArrayList<>();
            for (Optional<Page> next = Optional.of(Page.first(7)); next.isPresent() && rows.size() < 50; ) {
                Answer page = store.explore(sentence, next.get());
                rows.addAll(page.rows());
                next = page.next();
            }

            List<List<AssetKey>> whole = assessment.explore(sentence, ALL).rows();
            assertThat(rows).as("%s", sentence).isEqualTo(whole.subList(0, Math.min(rows.size(), whole.size())));
            assertThat(rows.size()).isGreaterThanOrEqualTo(Math.min(50, whole.size()));
        }
    }

    @Test
    void whatAPersonChoosesIsNoPartOfTheStatement() {
        String hostile = "x'}) DETACH DELETE n //";
        Sentence sentence = find(AssetKind.REPOSITORY)
                .as(hostile)
                .that(property("name").is(hostile))
                .that(has(new Factor("hostile-name")));

        SentenceQuery query = SentenceQuery.of(sentence, new Page(5, List.of(Estate.CLUSTER)), "it's", List.of());

        assertThat(query.text())
                .doesNotContain("hostile")
                .doesNotContain("DELETE")
                .doesNotContain("it's");
        assertThat(query.parameters()).containsValue(hostile).containsValue("hostile-name");
    }

    @Test
    void seesNoOtherTenant() {
        throughline.publish(new Estate().deployment("api").assess());
        try (Throughline another =
                Throughline.storedIn(TestServer.connect(UUID.randomUUID().toString()))) {
            another.publish(new Estate().deployment("web").assess());

            assertThat(store.explore(find(AssetKind.WORKLOAD), ALL).rows())
                    .containsExactly(List.of(Estate.workload("api")));
        }
    }

    @Test
    void seesNothingOfWhatAnalystsAdd() {
        throughline.publish(new Estate().deployment("api").assess());
        TestServer.query(
                "MATCH (w:Workload {tenant: $tenant}) CREATE (:Workload:Asset {key: 'workload:mine'})-[:CONTAINS]->(w)",
                Map.of("tenant", tenant));

        assertThat(store.explore(find(AssetKind.WORKLOAD), ALL).rows())
                .containsExactly(List.of(Estate.workload("api")));
        TestServer.query("MATCH (w:Workload {key: 'workload:mine'}) DETACH DELETE w", Map.of());
    }

    @Test
    void refusesAGraphThatShowsNothingOrAMixture() {
        Sentence sentence = find(AssetKind.WORKLOAD);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.explore(sentence, ALL))
                .withMessageContaining("nothing was published");

        throughline.publish(new Estate().deployment("api").assess());
        TestServer.query(
                "MATCH (t:Throughline {tenant: $tenant}) SET t.state = 'PUBLISHING'", Map.of("tenant", tenant));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.explore(sentence, ALL))
                .withMessageContaining("mixture");
    }

    /** A statement compares a list by its elements; it tells a list from a text by the name alone. */
    @Test
    void anAttributeOfOneNameIsAListInAllKindsOrInNone() {
        Map<String, Boolean> isList = new HashMap<>();
        Arrays.stream(AssetKind.values()).forEach(kind -> {
            for (int i = 0; i < kind.attributes().size(); i++) {
                boolean list = kind.attributeType(i) == List.class;
                assertThat(isList.merge(kind.attributes().get(i), list, (a, b) -> b))
                        .as(kind.attributes().get(i))
                        .isEqualTo(list);
            }
        });
    }
}
