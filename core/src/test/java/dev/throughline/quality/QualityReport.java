package dev.throughline.quality;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what was measured as the tables of {@code docs/mapping-quality.md}. */
final class QualityReport {
    private static final double[] BINS = {0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1};

    private final Corpus corpus;
    private final List<Answer> answers;
    private final Quality quality;
    private final StringBuilder text = new StringBuilder();

    private QualityReport(Corpus corpus, List<Answer> answers) {
        this.corpus = corpus;
        this.answers = answers;
        this.quality = Quality.of(answers);
    }

    static String of(Corpus corpus, List<Answer> answers) {
        QualityReport report = new QualityReport(corpus, answers);
        report.addCorpus();
        report.addMethods();
        report.addGrades();
        report.addCalibration();
        report.addForgeries();
        report.addMisses();
        return report.text.toString();
    }

    private void addCorpus() {
        text.append("\n## The corpus\n\n");
        row("label", "scenarios", "cases", "links to find", "where nothing is to be said", "forgeries");
        line("---|---:|---:|---:|---:|---:");
        for (Label label : Label.values()) {
            List<Scenario> scenarios =
                    corpus.scenarios().stream().filter(s -> s.label() == label).toList();
            addCorpusRow(name(label), scenarios);
        }
        addCorpusRow("all", corpus.scenarios());
    }

    private void addCorpusRow(String name, List<Scenario> scenarios) {
        List<Expectation> expectations = scenarios.stream()
                .flatMap(s -> s.cases().stream())
                .flatMap(c -> c.expectations().stream())
                .toList();
        long links = expectations.stream().filter(Expectation::isLink).count();
        long forgeries = expectations.stream().filter(Expectation::isForgery).count();
        row(
                name,
                scenarios.size(),
                scenarios.stream().mapToInt(s -> s.cases().size()).sum(),
                links,
                expectations.size() - links - forgeries,
                forgeries);
    }

    private void addMethods() {
        text.append("\n## Precision and recall\n\n");
        row("method", "trust", "links to find", "found", "recall", "answers", "right", "precision", "sure", "Brier");
        line("---|---|---:|---:|---:|---:|---:|---:|---:|---:");
        for (LinkMethod method : LinkMethod.values()) {
            addMethodRow(name(method), trust(method), quality.linksBy(method), quality.saidBy(method));
        }
        addMethodRow("all", "", quality.links(), quality.said());
    }

    private static String trust(LinkMethod method) {
        return name(method.trust()) + (method.alone() == method.trust() ? "" : ", alone " + name(method.alone()));
    }

    private void addGrades() {
        text.append("\n## Trust\n\n");
        row("trust", "answers", "right", "precision", "sure");
        line("---|---:|---:|---:|---:");
        for (Trust trust : Trust.values()) {
            Quality said = quality.saidWith(trust);
            row(name(trust), said.size(), said.right(), percent(said.precision()), percent(said.meanConfidence()));
        }
    }

    private void addMethodRow(String name, String trust, Quality links, Quality said) {
        row(
                name,
                trust,
                links.size(),
                links.found(),
                percent(links.recall()),
                said.size(),
                said.right(),
                percent(said.precision()),
                percent(said.meanConfidence()),
                figure(said.brier()));
    }

    private void addCalibration() {
        text.append("\n## Calibration\n\n");
        row("confidence", "answers", "mean confidence", "right", "difference");
        line("---|---:|---:|---:|---:");
        for (int i = 0; i + 1 < BINS.length; i++) {
            double from = BINS[i];
            double to = BINS[i + 1];
            Quality bin = quality.said().where(a -> a.confidence() >= from && (a.confidence() < to || to == 1));
            if (bin.size() > 0) {
                row(
                        percent(from) + " to " + percent(to),
                        bin.size(),
                        percent(bin.meanConfidence()),
                        percent(bin.precision()),
                        String.format(Locale.ROOT, "%+.1f", 100 * (bin.precision() - bin.meanConfidence())));
            }
        }
    }

    private void addForgeries() {
        text.append("\n## Forgeries\n\n");
        row("scenario", "forgeries", "reached", "what is answered");
        line("---|---:|---|---");
        Map<Scenario, List<Answer>> byScenario = new LinkedHashMap<>();
        answers.stream()
                .filter(a -> a.expectation().isForgery())
                .forEach(a -> byScenario
                        .computeIfAbsent(a.scenario(), s -> new ArrayList<>())
                        .add(a));
        byScenario.forEach((scenario, forgeries) -> row(
                scenario.title(),
                forgeries.size(),
                forgeries.stream()
                        .map(Answer::reached)
                        .flatMap(Optional::stream)
                        .min(Trust::compareTo)
                        .map(QualityReport::name)
                        .orElse("nothing"),
                forgeries.stream()
                        .map(QualityReport::instead)
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(", "))));
    }

    private static String instead(Answer forgery) {
        return forgery.first()
                .map(first ->
                        Objects.equals(first.repository(), forgery.expectation().repository())
                                ? "the forged origin, by " + by(first)
                                : "another origin, by " + by(first))
                .orElse("nothing");
    }

    private void addMisses() {
        text.append("\n## Where it is wrong\n\n");
        row("scenario", "label", "what is true", "what is answered", "cases");
        line("---|---|---|---|---:");
        Map<List<String>, Long> misses = quality.answers().stream()
                .filter(answer -> !answer.isAsExpected())
                .collect(Collectors.groupingBy(QualityReport::miss, LinkedHashMap::new, Collectors.counting()));
        misses.forEach((miss, count) -> row(miss.get(0), miss.get(1), miss.get(2), miss.get(3), count));
    }

    private static List<String> miss(Answer answer) {
        LinkMethod method = answer.expectation().method();
        return List.of(
                answer.scenario().title(),
                name(answer.scenario().label()),
                method == null ? "nothing tells" : "by " + name(method),
                answer.first()
                        .map(first -> (answer.isRight() ? "the right repository" : "another repository") + ", by "
                                + by(first))
                        .orElse("nothing"));
    }

    private static String by(Candidate candidate) {
        return name(candidate.strongest().method());
    }

    private void row(Object... cells) {
        line(Arrays.stream(cells).map(Object::toString).collect(Collectors.joining(" | ")));
    }

    private void line(String cells) {
        text.append("| ").append(cells).append(" |\n");
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
