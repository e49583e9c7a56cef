package dev.throughline.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplorerLawsTest {
    private static final int ESTATES = 25;
    private static final int SENTENCES = 40;

    @Test
    void findsWhatOneWouldByHand() {
        int answered = 0;
        int joined = 0;
        for (int seed = 0; seed < ESTATES; seed++) {
            Assessment assessment = Estate.assess(RandomEstate.sources(seed));
            PlainExplorer plain = new PlainExplorer(assessment);
            for (int i = 0; i < SENTENCES; i++) {
                Sentence sentence = RandomSentences.of(1_000L * seed + i);
                List<List<AssetKey>> rows = plain.rows(sentence);

                Answer answer = assessment.explore(sentence, Page.first(1_000_000));

                assertThat(answer.rows()).as("seed %d, %s", seed, sentence).isEqualTo(rows);
                answered += rows.isEmpty() ? 0 : 1;
                joined += rows.isEmpty() || rows.get(0).size() == 1 ? 0 : 1;
            }
        }
        assertThat(answered).as("sentences that find anything").isGreaterThan(ESTATES * SENTENCES / 8);
        assertThat(joined).as("sentences that join anything").isGreaterThan(ESTATES * SENTENCES / 50);
    }

    @Test
    void pagesAddUpToTheWhole() {
        for (int seed = 0; seed < ESTATES; seed++) {
            Assessment assessment = Estate.assess(RandomEstate.sources(seed));
            for (int i = 0; i < SENTENCES; i++) {
                Sentence sentence = RandomSentences.of(1_000L * seed + i);
                List<List<AssetKey>> whole =
                        assessment.explore(sentence, Page.first(300)).rows();
                List<List<AssetKey>> pages = new ArrayList<>();
                Optional<Page> next = Optional.of(Page.first(1 + i % 5));
                while (next.isPresent() && pages.size() < whole.size()) {
                    Answer answer = assessment.explore(sentence, next.get());
                    pages.addAll(answer.rows());
                    next = answer.next();
                }

                assertThat(pages.subList(0, Math.min(pages.size(), whole.size())))
                        .as("seed %d, %s", seed, sentence)
                        .isEqualTo(whole);
            }
        }
    }
}
