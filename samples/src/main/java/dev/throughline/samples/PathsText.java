package dev.throughline.samples;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import java.util.List;
import java.util.Locale;

/** Attack paths for people. */
final class PathsText {
    private PathsText() {}

    static void print(Terminal terminal, List<AttackPath> paths) {
        int number = 0;
        for (AttackPath path : paths) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%3d. %-8s %s  %s",
                    ++number,
                    path.level().text(),
                    percent(path.probability()),
                    path.title() + (path.alike() == 0 ? "" : ", and " + path.alike() + " more like it")));
            terminal.line("       " + path.entry());
            path.steps().forEach(step -> print(terminal, step));
            terminal.lines("       break it: ", path.breaks());
            terminal.lines("       harden:   ", path.hardens());
        }
    }

    private static void print(Terminal terminal, AttackStep step) {
        String techniques = step.techniques().isEmpty() ? "" : " " + String.join(" ", step.techniques());
        terminal.line("       -> " + step.to() + "  [" + step.edge() + " "
                + percent(step.probability()).strip() + techniques + "]");
        terminal.line("          " + step.evidence().statement());
    }

    /** Small probabilities keep a digit that says something. */
    static String percent(double probability) {
        return String.format(Locale.ROOT, probability < 0.01 ? "%5.2f%%" : "%5.1f%%", probability * 100);
    }
}
