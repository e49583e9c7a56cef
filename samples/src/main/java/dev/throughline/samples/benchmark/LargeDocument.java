package dev.throughline.samples.benchmark;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A document of any size, the same each time: a small one, in which each part between {@code «} and {@code »} stands as often as
 * it takes. {@code #} in it stands for the number of the repetition, {@code §} for that of a thing that some repetitions in a
 * row are about.
 */
final class LargeDocument implements LargeContent {
    private static final CharMatcher ENDS = CharMatcher.anyOf("«»");
    private static final CharMatcher NUMBERS = CharMatcher.anyOf("#§");
    private static final int REPETITIONS_IN_ROW = 4;

    /** In turns what stands once, and what is repeated. */
    private final List<String> parts;

    private final String separator;

    private LargeDocument(List<String> parts, String separator) {
        this.parts = parts;
        this.separator = separator;
    }

    /** The document of a resource beside this class. Repetitions stand on lines of their own, or else are divided by commas. */
    static LargeDocument of(String resource) {
        try {
            String text =
                    Resources.toString(Resources.getResource(LargeDocument.class, resource), StandardCharsets.UTF_8);
            return new LargeDocument(Splitter.on(ENDS).splitToList(text), resource.endsWith(".jsonl") ? "\n" : ",");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Path file, long bytes) throws IOException {
        long repetitions = repetitions(bytes);
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int part = 0; part < parts.size(); part++) {
                if (part % 2 == 0) {
                    writer.write(parts.get(part));
                } else {
                    repeat(parts.get(part), repetitions, writer);
                }
            }
        }
    }

    /** How often each part is repeated until all together have so many bytes. */
    private long repetitions(long bytes) {
        long perRepetition = 0;
        for (int part = 1; part < parts.size(); part += 2) {
            int numbers = NUMBERS.countIn(parts.get(part));
            perRepetition += parts.get(part).length()
                    + numbers * (Long.toString(bytes / 1_000).length() - 2L);
        }
        return bytes / perRepetition + 1;
    }

    private void repeat(String repeated, long times, BufferedWriter writer) throws IOException {
        List<String> pieces = Splitter.on(NUMBERS).splitToList(repeated);
        String numbers = NUMBERS.retainFrom(repeated);
        for (long number = 0; number < times; number++) {
            writer.write(number == 0 ? "" : separator);
            String own = Long.toString(number);
            String shared = Long.toString(number / REPETITIONS_IN_ROW);
            writer.write(pieces.get(0));
            for (int i = 1; i < pieces.size(); i++) {
                writer.write(numbers.charAt(i - 1) == '#' ? own : shared);
                writer.write(pieces.get(i));
            }
        }
    }
}
