package dev.throughline.quality;

import dev.throughline.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labelled corpus, and what the mapping answers to it.
 *
 * @param scenarios all scenarios, in the order of files and lines
 */
record Corpus(List<Scenario> scenarios) {
    private static final Path FOLDER = Path.of("src/test/resources/mapping");

    static Corpus read() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                scenarios.addAll(CorpusFile.read(file));
            }
        }
        return new Corpus(List.copyOf(scenarios));
    }

    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (Scenario.Case one : scenario.cases()) {
                Assessment assessment = one.estate().assess();
                one.expectations()
                        .forEach(expectation ->
                                answers.add(new Answer(scenario, expectation, expectation.candidates(assessment))));
            }
        }
        return answers;
    }
}
