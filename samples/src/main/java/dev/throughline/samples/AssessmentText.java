package dev.throughline.samples;

import java.util.Map;
import java.util.stream.Collectors;

/** An assessment in figures, for people. */
final class AssessmentText {
    private AssessmentText() {}

    static void print(Terminal terminal, AssessmentView view) {
        terminal.line("assessment " + view.id() + " at " + view.at() + ": " + view.assets() + " assets, "
                + view.relations() + " relations");
        terminal.heading("Assets");
        Table kinds = new Table("KIND", "COUNT");
        view.kinds().forEach(kinds::row);
        terminal.lines("", kinds.lines());
        terminal.heading("Risk factors");
        Table factors = new Table("FACTOR", "YES", "NO", "UNKNOWN");
        view.factors()
                .forEach((factor, counts) ->
                        factors.row(factor, count(counts, "yes"), count(counts, "no"), count(counts, "unknown")));
        terminal.lines("", factors.lines());
        terminal.heading("Levels");
        Table levels = new Table("LEVEL", "ATTACK PATHS", "FINDINGS");
        view.paths().forEach((level, count) -> levels.row(level, count, count(view.findings(), level)));
        terminal.lines("", levels.lines());
        terminal.heading("Durations");
        terminal.line(durations(view.durations()));
        terminal.line("published " + view.published().nodes() + " nodes and "
                + view.published().relationships() + " relationships, "
                + view.published().written() + " written");
    }

    private static int count(Map<String, Integer> counts, String name) {
        return counts.getOrDefault(name, 0);
    }

    static String durations(Map<String, Double> durations) {
        return durations.entrySet().stream()
                .map(e -> e.getKey() + " " + Math.round(e.getValue()) + " ms")
                .collect(Collectors.joining(", "));
    }
}
