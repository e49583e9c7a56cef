package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads real files. Each is read, or refused with its name and the reason, and gives what the reviewed table of its kind
 * says, in {@code src/test/resources/dev/throughline/connector/corpus}. {@code -Dthroughline.write=true} writes the tables
 * anew.
 */
final class CorpusTest {
    private static final Pattern NAMED = Pattern.compile("'[^']*'|\\d+");
    private static final Path TABLES = Path.of("src/test/resources/dev/throughline/connector/corpus");

    @ParameterizedTest
    @MethodSource("dev.throughline.connector.Readers#kinds")
    void everyRealFileGivesWhatTheTableSays(String kind) throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        StringBuilder rows = new StringBuilder("file\toutcome\tassets\trelations\trejected\n");
        for (Path file : corpus.of(kind)) {
            rows.append(row(kind, corpus.root(), file)).append('\n');
        }
        Path table = TABLES.resolve(kind + ".tsv");
        if (Boolean.getBoolean("throughline.write")) {
            Files.createDirectories(TABLES);
            Files.writeString(table, rows);
        }
        assertThat(table).content().isEqualTo(rows.toString());
    }

    @Test
    void everyKindOfFileIsReadOrLeftForAReason() throws IOException {
        TreeSet<String> known = new TreeSet<>(Readers.BY_KIND.keySet());
        known.addAll(Readers.LEFT.keySet());

        assertThat(known).containsAll(CorpusFiles.found().byKind().keySet());
        assertThat(Readers.BY_KIND.keySet()).doesNotContainAnyElementsOf(Readers.LEFT.keySet());
    }

    private static String row(String kind, Path root, Path file) {
        Collected sink = new Collected();
        String outcome = outcome(kind, root, file, sink);
        assertThat(outcome).as("says what is wrong").matches("complete|(partial|failed|refused): \\S.{10,}");
        assertThat(sink.rejections()).allSatisfy(rejection -> {
            assertThat(rejection.source()).isNotBlank();
            assertThat(rejection.cause()).isNotBlank();
        });
        return String.join(
                "\t",
                file.toString().replace('\\', '/'),
                outcome,
                counts(sink.assets().stream()
                        .map(asset -> List.of(asset.getClass().getSimpleName(), asset.key()))),
                counts(sink.relations().stream()
                        .map(relation -> List.of(relation.type(), relation.from(), relation.to()))),
                counts(sink.rejections().stream()
                        .map(rejection ->
                                List.of(NAMED.matcher(rejection.cause()).replaceAll("…"), rejection))));
    }

    private static String outcome(String kind, Path root, Path file, Collected sink) {
        StringJoiner problems = new StringJoiner("; ");
        try {
            for (Partition partition :
                    Readers.connector(kind, root, file).list().partitions()) {
                Completeness completeness = partition.read(sink);
                if (completeness instanceof Completeness.Partial partial) {
                    problems.add("partial: " + partial.reason());
                } else if (completeness instanceof Completeness.Failed failed) {
                    problems.add("failed: " + failed.reason());
                }
            }
        } catch (SourceException e) {
            problems.add("refused: " + e.getMessage());
        }
        return problems.length() == 0 ? "complete" : problems.toString();
    }

    /** How many distinct things there are of each name, which comes first. */
    private static String counts(Stream<? extends List<?>> things) {
        return things
                .distinct()
                .collect(Collectors.groupingBy(thing -> thing.get(0).toString(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
