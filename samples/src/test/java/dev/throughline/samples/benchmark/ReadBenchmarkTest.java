package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.samples.benchmark.ReadBenchmark.Format;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadBenchmarkTest {
    static List<Format> formats() {
        return ReadBenchmark.FORMATS;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyRecordOfAGeneratedFileIsRead(Format format) {
        long few = facts(format, 50_000);
        long many = facts(format, 500_000);

        assertThat(many).isGreaterThan(5 * few);
    }

    private static long facts(Format format, long bytes) {
        return ReadBenchmark.with(
                format, bytes, file -> ReadBenchmark.read(format.connector().apply(file)));
    }
}
