package dev.throughline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Measures the mapping on the labelled corpus and holds it to what it must reach. {@code docs/mapping-quality.md} shows the
 * figures: what stands above the marker is written by hand, the rest here. {@code mvn -P quality -pl core test} writes it.
 */
class MappingQualityTest {
    private static final Path PAGE = Path.of("../docs/mapping-quality.md");
    private static final String MARKER = "<!-- Made by MappingQualityTest; not to be changed by hand. -->\n";

    private static Corpus corpus;
    private static List<Answer> answers;

    @BeforeAll
    static void measure() throws IOException {
        corpus = Corpus.read();
        answers = corpus.answers();
    }

    @Test
    void isMeasuredOnAtLeast300Links() {
        assertThat(Quality.of(answers).links().size()).isGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource
    void isMeasuredForEveryMethod(LinkMethod method) {
        assertThat(Quality.of(answers).linksBy(method).size()).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNED", "PLATFORM"})
    void isNeverWrongBySignatureOrPlatform(Trust trust) {
        assertThat(Quality.of(answers).saidWith(trust).answers())
                .isNotEmpty()
                .filteredOn(answer -> !answer.isRight())
                .isEmpty();
    }

    @Test
    void findsWhatThereIsToBeFound() {
        assertThat(Quality.of(answers).links().recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void takesNoForgeryForMoreThanAClaim() {
        List<Answer> forgeries =
                answers.stream().filter(a -> a.expectation().isForgery()).toList();

        assertThat(forgeries)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(forgery -> assertThat(forgery.candidates())
                        .filteredOn(said ->
                                said.repository().equals(forgery.expectation().repository()))
                        .extracting(Candidate::trust)
                        .isSubsetOf(Trust.CLAIMED, Trust.GUESS));
    }

    @Test
    void saysAsMuchAsTheEvidenceIsWorth() {
        assertThat(answers)
                .filteredOn(answer -> answer.expectation().trust() != null)
                .hasSizeGreaterThanOrEqualTo(50)
                .filteredOn(answer -> !answer.isFound())
                .isEmpty();
    }

    @Test
    void explainsWhateverItSays() {
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.candidates())
                        .allSatisfy(candidate -> assertThat(candidate.links())
                                .allSatisfy(link ->
                                        assertThat(link.evidence().statement()).isNotBlank())));
    }

    @Test
    void saysOnItsPageWhatItMeasured() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(MARKER)) + MARKER + QualityReport.of(corpus, answers);
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("run mvn -P quality -pl core test after the mapping or its corpus changed")
                .isEqualTo(wanted);
    }
}
