package dev.throughline.connector.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scanner of our own looks for calls of {@code exec} in a file before and after an edit, and hashes each line as platforms
 * do: its text, and which of its like it is. What the edit did not touch must keep its key.
 */
final class SarifRescanTest {
    private static final List<String> FILE = List.of(
            "import os",
            "def convert(name):",
            "    exec('convert ' + name)",
            "",
            "def remove(name):",
            "    exec('rm ' + name)",
            "    log('removed')",
            "    exec('sync')");

    @TempDir
    private Path folder;

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("lines above", file -> with(file, 0, "# licence", "# of the file")),
                edit("lines between", file -> with(file, 4, "def other():", "    pass")),
                edit("a line away", file -> without(file, 6)),
                edit("functions change places", file -> concat(file.subList(4, 8), file.subList(0, 4))),
                edit("lines below", file -> with(file, 8, "# the end")),
                edit("another call above", file -> with(file, 2, "    exec('which convert')")));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void callsThatAnEditDidNotTouchKeepTheirKeys(String name, UnaryOperator<List<String>> edit) throws IOException {
        Set<AssetKey> before = keys(FILE);

        assertThat(before).as("three calls").hasSize(3);
        assertThat(keys(edit.apply(FILE))).as(name).containsAll(before);
    }

    private Set<AssetKey> keys(List<String> file) throws IOException {
        Files.writeString(folder.resolve("a.sarif"), scan(file));
        Collected sink = new Collected();
        SarifConnector.files(folder)
                .repository("github.com/acme/shop")
                .list()
                .partitions()
                .forEach(partition -> partition.read(sink));
        Set<AssetKey> keys = new TreeSet<>();
        sink.all(Weakness.class).forEach(weakness -> keys.add(weakness.key()));
        return keys;
    }

    private static String scan(List<String> file) {
        List<String> results = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int line = 1; line <= file.size(); line++) {
            String text = file.get(line - 1);
            if (text.contains("exec(")) {
                results.add("""
                    {"ruleId": "exec", "message": {"text": "Runs a command"},
                     "partialFingerprints": {"primaryLocationLineHash": "%x:%d"},
                     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": %d}}}]}
                    """.formatted(text.hashCode(), seen.merge(text, 1, Integer::sum), line));
            }
        }
        return "{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": [" + String.join(",", results)
                + "]}]}";
    }

    private static Arguments edit(String name, UnaryOperator<List<String>> edit) {
        return Arguments.of(name, edit);
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

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
