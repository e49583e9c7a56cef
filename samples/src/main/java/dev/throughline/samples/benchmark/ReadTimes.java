package dev.throughline.samples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Compares some ways to read the same file. Rounds alternate: each way is run some times in each round, in an order that turns
 * from one round to the next, and its median counts. Rounds before, as long as the compiler of the virtual machine is at work, do
 * not count.
 *
 * <p>Time is that of all processors of this process, garbage collection too, so that other work on the machine counts little;
 * so is that of the rounds before, which would be few on a busy machine.
 */
final class ReadTimes {
    private static final int ROUNDS = 7;
    private static final Duration WARM = Duration.ofSeconds(10);

    /** A machine that is never warm ends too. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** The compiler is at work while it takes more than this part of a round. */
    private static final int MOST_COMPILING = 20;

    /** The clock ticks in hundredths of a second. */
    private static final int RUNS_IN_ROUND = 3;

    private final List<Times> times = new ArrayList<>();

    private ReadTimes(List<Runnable> ways) {
        ways.forEach(way -> times.add(new Times()));
    }

    static ReadTimes of(List<Runnable> ways) {
        Duration spent = Duration.ZERO;
        boolean isCompiling = true;
        while (spent.compareTo(WARM) < 0 || (isCompiling && spent.compareTo(LONGEST) < 0)) {
            Duration before = compilerTime();
            Duration round = processorTime(() -> new ReadTimes(ways).round(ways, 0));
            isCompiling = compilerTime().minus(before).compareTo(round.dividedBy(MOST_COMPILING)) > 0;
            spent = spent.plus(round);
        }
        ReadTimes measured = new ReadTimes(ways);
        for (int round = 0; round < ROUNDS; round++) {
            measured.round(ways, round);
        }
        return measured;
    }

    /** How long a way took. */
    Duration of(int way) {
        return times.get(way).median();
    }

    private void round(List<Runnable> ways, int first) {
        List<Integer> order = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            order.add(way);
        }
        Collections.rotate(order, first);
        order.forEach(way -> times.get(way).add(often(ways.get(way))));
    }

    private static Duration often(Runnable work) {
        Duration time = processorTime(() -> {
            for (int run = 0; run < RUNS_IN_ROUND; run++) {
                work.run();
            }
        });
        return time.dividedBy(RUNS_IN_ROUND);
    }

    private static Duration compilerTime() {
        return Duration.ofMillis(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }

    private static Duration processorTime(Runnable work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        work.run();
        return Duration.ofNanos(system.getProcessCpuTime() - start);
    }
}
