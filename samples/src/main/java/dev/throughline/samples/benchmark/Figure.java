package dev.throughline.samples.benchmark;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * One row of the table of results.
 *
 * @param work what was measured
 * @param against what it is compared with
 * @param ours our figure
 * @param theirs that of what it is compared with
 * @param ratio how they compare
 * @param goal what the ratio must be
 * @param met whether it is, as yes or no
 */
record Figure(String work, String against, String ours, String theirs, String ratio, String goal, String met) {
    static final String HEADING =
            "| work | against | goal | ours | theirs | ratio | met |\n" + "| --- | --- | --: | --: | --: | --: | --- |";

    /** How many times as fast as something else. */
    static Figure faster(String work, Duration ours, String against, Duration theirs, double atLeast) {
        double ratio = Times.seconds(theirs) / Times.seconds(ours);
        return new Figure(
                work,
                against,
                text(ours),
                text(theirs),
                format("%.2f×", ratio),
                "≥ " + plain(atLeast) + "×",
                met(ratio >= atLeast));
    }

    /** How many times the time of something else. */
    static Figure slower(String work, Duration ours, String against, Duration theirs, double atMost) {
        double ratio = Times.seconds(ours) / Times.seconds(theirs);
        return new Figure(
                work,
                against,
                text(ours),
                text(theirs),
                format("%.2f×", ratio),
                "≤ " + plain(atMost) + "×",
                met(ratio <= atMost));
    }

    /** How many times as fast as something else, without a goal. */
    static Figure compared(String work, Duration ours, String against, Duration theirs) {
        double ratio = Times.seconds(theirs) / Times.seconds(ours);
        return new Figure(work, against, text(ours), text(theirs), format("%.2f×", ratio), "–", "–");
    }

    /** What share of the time of something else. */
    static Figure share(String work, Duration ours, String against, Duration theirs, int atMostPercent) {
        double percent = 100 * Times.seconds(ours) / Times.seconds(theirs);
        return new Figure(
                work,
                against,
                text(ours),
                text(theirs),
                format("%.1f %%", percent),
                "≤ " + atMostPercent + " %",
                met(percent <= atMostPercent));
    }

    /** How fast bytes are read, and how much of the speed of something else that is. */
    static Figure throughput(
            String work, long bytes, Duration ours, String against, Duration theirs, double atLeast, int megabytes) {
        double ratio = Times.seconds(theirs) / Times.seconds(ours);
        double speed = bytes / 1e6 / Times.seconds(ours);
        return new Figure(
                work,
                against,
                format("%.0f MB/s", speed),
                format("%.0f MB/s", bytes / 1e6 / Times.seconds(theirs)),
                format("%.2f×", ratio),
                "≥ " + plain(atLeast) + "×, " + megabytes + " MB/s",
                met(ratio >= atLeast && speed >= megabytes));
    }

    /** The same without a goal. */
    static Figure throughput(String work, long bytes, Duration ours, String against, Duration theirs) {
        Figure figure = throughput(work, bytes, ours, against, theirs, 0, 0);
        return new Figure(work, against, figure.ours, figure.theirs, figure.ratio, "–", "–");
    }

    /** A number that stands for itself. */
    static Figure number(String work, double ours, int atMost) {
        return new Figure(
                work, "–", format("%.1f", ours).replaceAll("\\.0$", ""), "–", "–", "≤ " + atMost, met(ours <= atMost));
    }

    String row() {
        return "| " + String.join(" | ", work, against, goal, ours, theirs, ratio, met) + " |";
    }

    private static String plain(double goal) {
        return BigDecimal.valueOf(goal).stripTrailingZeros().toPlainString();
    }

    private static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    private static String text(Duration time) {
        return format("%.3f s", Times.seconds(time));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
