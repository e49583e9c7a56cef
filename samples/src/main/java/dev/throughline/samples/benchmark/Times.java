package dev.throughline.samples.benchmark;

import com.google.common.base.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long some work took each time: as often as it is run, or once if that takes a minute or longer. */
final class Times {
    private static final int RUNS = 3;
    private static final int CHANGES = 9;
    private static final int COLD_CHANGES = 15;
    private static final int WRITES = 5;
    private static final int COLD_WRITES = 1;
    private static final Duration WARM = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final int runs;
    private final List<Duration> all = new ArrayList<>();

    /** How many are still to come before the first that counts. */
    private int cold;

    /** Three times. */
    Times() {
        this(0, RUNS);
    }

    private Times(int cold, int runs) {
        this.cold = cold;
        this.runs = runs;
    }

    /**
     * Of changes that come one after the other, as they do in a service: nine, after fifteen that do not count, for the
     * virtual machine compiles what a service has long compiled.
     */
    static Times ofChanges() {
        return new Times(COLD_CHANGES, CHANGES);
    }

    /** Of writes into a new database each time: five, after one that does not count. */
    static Times ofWrites() {
        return new Times(COLD_WRITES, WRITES);
    }

    /** Of writes that take half a minute and more: three, after one that does not count. */
    static Times ofLargeWrites() {
        return new Times(COLD_WRITES, RUNS);
    }

    /** Of what is not measured. */
    static Times none() {
        return new Times(0, 0);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** The median of five runs, after the work has run for a second, and twice at least. */
    static Duration ofWarm(Runnable work) {
        Stopwatch warm = Stopwatch.createStarted();
        work.run();
        do {
            work.run();
        } while (warm.elapsed().compareTo(WARM) < 0);
        Times times = new Times();
        for (int i = 0; i < 5; i++) {
            times.measure(work);
        }
        return times.median();
    }

    /** Runs the work once, after the garbage of whatever came before is gone. */
    void measure(Runnable work) {
        System.gc();
        Stopwatch watch = Stopwatch.createStarted();
        work.run();
        add(watch.elapsed());
    }

    void add(Duration time) {
        if (cold > 0) {
            cold--;
        } else {
            all.add(time);
        }
    }

    boolean enough() {
        return all.size() >= runs || all.stream().anyMatch(time -> time.compareTo(LONG) >= 0);
    }

    Duration last() {
        return all.get(all.size() - 1);
    }

    Duration median() {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
