package dev.throughline.samples.benchmark;

import com.google.common.base.Stopwatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** A duration beside the one it is compared with. */
record Measured(String what, Duration ours, String against, Duration theirs) {
    static Duration time(Runnable work) {
        Stopwatch watch = Stopwatch.createStarted();
        work.run();
        return watch.elapsed();
    }

    /** The middle of several runs, after one that does not count. */
    static Duration median(int runs, Runnable work) {
        work.run();
        Duration[] times = new Duration[runs];
        Arrays.setAll(times, i -> time(work));
        Arrays.sort(times);
        return times[runs / 2];
    }

    /** One line of a Markdown table; the ratio is how many times as long the other takes. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f s | %s | %.3f s | %.2f× |",
                what,
                seconds(ours),
                against,
                seconds(theirs),
                seconds(theirs) / seconds(ours));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
