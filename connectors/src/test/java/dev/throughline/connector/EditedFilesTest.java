package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is scanned, edited and scanned again: what the edit did not touch keeps its key, in every format. */
final class EditedFilesTest {
    private static final List<String> FILE = List.of(
            "import base",
            "",
            "store one {",
            "  acl = public",
            "  name = one",
            "}",
            "",
            "store two {",
            "  name = two",
            "  acl = public",
            "  port = any",
            "}");

    @TempDir
    private Path folder;

    /** Edits that neither bring nor mend anything. */
    private enum Edit {
        LINES_ABOVE(file -> with(file, 0, "licence", "of the file")),
        LINES_BETWEEN(file -> with(file, 6, "store other {", "}")),
        LINES_BELOW(file -> with(file, FILE.size(), "the end")),
        LINE_AWAY(file -> without(file, 8)),
        LINE_ABOVE_AWAY(file -> without(file, 1)),
        BLOCKS_CHANGE_PLACES(file -> Stream.of(file.subList(0, 2), file.subList(7, 12), file.subList(2, 7))
                .flatMap(List::stream)
                .toList()),
        NEARBY_RENAMED(file ->
                file.stream().map(line -> line.replace("name =", "title =")).toList()),
        REFORMATTED(file ->
                file.stream().flatMap(line -> Stream.of("\t\t" + line, "")).toList());

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final UnaryOperator<List<String>> of;

        Edit(UnaryOperator<List<String>> of) {
            this.of = of;
        }
    }

    static Stream<Arguments> rescans() {
        return Stream.of(ReportFormat.values())
                .flatMap(format -> Stream.of(Edit.values()).map(edit -> Arguments.of(format, edit)));
    }

    @ParameterizedTest
    @MethodSource("rescans")
    void whatAnEditDidNotTouchKeepsItsKey(ReportFormat format, Edit edit) throws IOException {
        Set<AssetKey> before = keys(format, FILE);

        assertThat(before)
                .as("two that break one rule, and one that breaks another")
                .hasSize(3);
        assertThat(keys(format, edit.of.apply(FILE))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anotherOfItsKindLeavesThemAlone(ReportFormat format) throws IOException {
        Set<AssetKey> before = keys(format, FILE);

        assertThat(keys(format, with(FILE, 12, "store three {", "acl = public", "}")))
                .hasSize(4)
                .containsAll(before);
        assertThat(keys(format, with(FILE, 2, "store zero {", "acl = public", "}")))
                .hasSize(4)
                .containsAll(before);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsMendedIsGoneAndNoOther(ReportFormat format) throws IOException {
        Set<AssetKey> before = keys(format, FILE);

        assertThat(keys(format, without(FILE, 10))).hasSize(2).isSubsetOf(before);
        Set<AssetKey> oneLeft = keys(format, without(FILE, 9));
        assertThat(oneLeft).hasSize(2);
        if (!format.tellsAlikeApart()) {
            assertThat(oneLeft).isSubsetOf(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameInAnotherFileIsAnother(ReportFormat format) throws IOException {
        assertThat(keys(format, Map.of("a.conf", FILE, "b.conf", FILE))).hasSize(6);
    }

    private Set<AssetKey> keys(ReportFormat format, List<String> file) throws IOException {
        return keys(format, Map.of("a.conf", file));
    }

    private Set<AssetKey> keys(ReportFormat format, Map<String, List<String>> files) throws IOException {
        List<ReportFormat.Found> found = new ArrayList<>();
        files.forEach((name, lines) -> found.addAll(ReportFormat.Found.in(name, lines)));
        Path report = Files.writeString(folder.resolve("report.json"), format.write(found));
        Collected sink = new Collected();
        for (Partition partition :
                Readers.connector(format.kind(), folder, report).list().partitions()) {
            partition.read(sink);
        }
        assertThat(sink.rejections()).isEmpty();
        Set<AssetKey> keys = new TreeSet<>();
        sink.all(Weakness.class).forEach(weakness -> keys.add(weakness.key()));
        return keys;
    }

    private static List<String> with(List<String> file, int at, String... lines) {
        List<String> edited = new ArrayList<>(file);
        edited.addAll(at, List.of(lines));
        return edited;
    }

    private static List<String> without(List<String> file, int at) {
        List<String> edited = new ArrayList<>(file);
        edited.remove(at);
        return edited;
    }
}
