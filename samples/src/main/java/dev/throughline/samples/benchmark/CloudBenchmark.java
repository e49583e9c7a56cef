package dev.throughline.samples.benchmark;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Assesses clouds of one size, with twice the accounts, and with accounts twice as large: what grows with the square of
 * either shows. Times are those of the processor, of the thread that assesses.
 */
final class CloudBenchmark {
    private static final double AT_MOST = 2.3;

    private CloudBenchmark() {}

    /** An organization of 20,000 principals, a tenant of 50,000 resources, and 2,000 projects. */
    private static CloudSize size(CloudFacts cloud) {
        return cloud instanceof GcpFacts ? new CloudSize(2_000, 2) : new CloudSize(50, 10);
    }

    static List<Figure> run() {
        List<Figure> figures = new ArrayList<>();
        for (CloudFacts cloud : CloudFacts.all()) {
            figures.addAll(run(cloud, size(cloud)));
        }
        return figures;
    }

    static List<Figure> run(CloudFacts cloud, CloudSize size) {
        measure(cloud, size);
        Measured base = measure(cloud, size);
        String text = String.format(
                Locale.ROOT, "%s, %,d accounts, %,d attack steps", cloud.name(), size.accounts(), base.steps);
        return List.of(
                grown(text + ": twice the accounts", cloud, size.twiceTheAccounts(), base),
                grown(text + ": accounts twice as large", cloud, size.accountsTwiceAsLarge(), base));
    }

    private static Figure grown(String work, CloudFacts cloud, CloudSize size, Measured base) {
        return Figure.slower(work, measure(cloud, size).time, "itself at half the size", base.time, AT_MOST);
    }

    /** How long an assessment took, and how many steps it found. */
    private record Measured(Duration time, int steps) {}

    private static Measured measure(CloudFacts cloud, CloudSize size) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(cloud.source(size));
            System.gc();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Assessment assessment = throughline.assess();
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (assessment.attackPaths().list().isEmpty()) {
                throw new IllegalStateException("no path was found, so nothing was measured");
            }
            return new Measured(
                    Duration.ofNanos(end - start),
                    assessment.attackGraph().steps().size());
        }
    }
}
