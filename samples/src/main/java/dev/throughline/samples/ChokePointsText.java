package dev.throughline.samples;

import dev.throughline.attack.ChokePoint;
import dev.throughline.attack.ChokePoints;
import dev.throughline.attack.Remedy;

/** Choke points for people. */
final class ChokePointsText {
    private ChokePointsText() {}

    static void print(Terminal terminal, ChokePoints found) {
        terminal.line(found.pairs() + " pairs of an entry and a target are connected");
        terminal.heading("Where paths meet");
        Table points = new Table("PAIRS", "SHARE", "TARGETS", "", "ASSET");
        for (ChokePoint point : found.list()) {
            points.row(
                    point.pairs(),
                    PathsText.percent(point.share()).strip(),
                    point.targets(),
                    point.inMinimumCut() ? "*" : "",
                    point.asset());
        }
        terminal.lines("", points.lines());
        terminal.heading("What separates most by itself");
        Table remedies = new Table("PAIRS", "SHARE", "WHAT TO DO");
        for (Remedy remedy : found.remedies()) {
            remedies.row(remedy.pairs(), PathsText.percent(remedy.share()).strip(), remedy.text());
        }
        terminal.lines("", remedies.lines());
    }
}
