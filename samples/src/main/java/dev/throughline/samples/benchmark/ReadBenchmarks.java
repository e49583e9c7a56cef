package dev.throughline.samples.benchmark;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import dev.throughline.samples.benchmark.ReadBenchmark.Format;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how fast large files are read, and how much memory that takes. {@code docs/performance.md} tells how to run it and
 * keeps the figures.
 */
@Command(
        name = "read-benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures how fast large files are read, beside the bare token stream of the parser.")
public final class ReadBenchmarks implements Callable<Integer> {
    private static final String HEAP = "-Xmx128m";
    private static final List<String> HEAP_POOLS = List.of("Eden Space", "Survivor Space", "Tenured Gen");
    private static final Duration PAUSE = Duration.ofMillis(50);

    @Option(names = "--only", split = ",", description = "Formats to read (default: all)")
    private @Nullable List<String> only;

    @Option(names = "--megabytes", defaultValue = "100", description = "Size of a file (default: ${DEFAULT-VALUE})")
    private long megabytes;

    @Option(
            names = "--heap",
            split = ",",
            paramLabel = "MEGABYTES",
            description = "Measure the heap that files of these sizes take instead")
    private @Nullable List<Long> sizes;

    @Option(names = "--read", hidden = true, description = "Read a file that is there, in a process of its own")
    private @Nullable Path file;

    @Option(names = "--alone", hidden = true, description = "Measure a format in this process")
    private boolean alone;

    /**
     * Runs the benchmarks.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReadBenchmarks()).execute(arguments));
    }

    @Override
    public Integer call() {
        List<Format> formats = ReadBenchmark.FORMATS.stream()
                .filter(format -> only == null || only.contains(format.name()))
                .toList();
        if (file != null) {
            System.out.println(peak(formats.get(0), file));
        } else if (sizes != null) {
            formats.forEach(this::printHeap);
        } else if (alone) {
            ReadBenchmark.run(formats.get(0), megabytes * 1_000_000)
                    .forEach(figure -> System.out.println(figure.row()));
        } else {
            System.out.println(Figure.HEADING);
            formats.forEach(format -> System.out.println(speedOfChild(format)));
        }
        return 0;
    }

    /** So that no format is the first in a process, and none is read by code that was made fit for another. */
    private String speedOfChild(Format format) {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return child(options, "--only=" + format.name(), "--megabytes=" + megabytes, "--alone");
    }

    private void printHeap(Format format) {
        StringBuilder row = new StringBuilder("| " + format.name());
        for (long size : sizes == null ? List.<Long>of() : sizes) {
            long bytes = ReadBenchmark.with(format, size * 1_000_000, path -> peakOfChild(format, path));
            row.append(String.format(Locale.ROOT, " | %.1f MiB", bytes / (double) (1 << 20)));
        }
        System.out.println(row.append(" |"));
    }

    private static long peakOfChild(Format format, Path path) {
        String answer = child(List.of(HEAP, "-XX:+UseSerialGC"), "--only=" + format.name(), "--read=" + path);
        return answer.isEmpty() ? -1 : Long.parseLong(answer);
    }

    /** What these benchmarks print in a process of their own. */
    private static String child(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "."), ReadBenchmarks.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Process child = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most that was reachable while the file was read, as full collections say of which many follow each other. */
    private static long peak(Format format, Path path) {
        AtomicLong peak = new AtomicLong();
        Thread collecting = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                peak.accumulateAndGet(reachable(), Math::max);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        collecting.start();
        ReadBenchmark.read(format.connector().apply(path));
        collecting.interrupt();
        return peak.get();
    }

    private static long reachable() {
        System.gc();
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(GcInfo::getStartTime))
                .map(GcInfo::getMemoryUsageAfterGc)
                .map(pools -> pools.entrySet().stream()
                        .filter(pool -> HEAP_POOLS.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum())
                .orElse(0L);
    }
}
