package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.fact.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void readsUnicodeWithAByteOrderMark(String charset) throws IOException {
        Path file = folder.resolve("a.json");
        Files.write(file, "\uFEFF{\"name\": \"Zoë\"}".getBytes(Charset.forName(charset)));

        assertThat(Json.read(InputFile.of(file), LIMITS).text("name")).isEqualTo("Zoë");
    }

    @Test
    void unpacksGzipWhateverTheFileIsCalled() throws IOException {
        Path file =
                Files.write(folder.resolve("a.json"), gzip("{\"name\": \"shop\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(Json.read(InputFile.of(file), LIMITS).text("name")).isEqualTo("shop");
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        byte[] blanks = " ".repeat(8 << 20).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("bomb.json"), gzip(blanks));

        assertThatThrownBy(() -> Json.read(InputFile.of(file), LIMITS))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("bomb.json")
                .hasMessageContaining("200 times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': hunter2}           | a.json 1:7: not JSON",
                "{'a': 1, 'a': 2}         | a.json 1:10: an object names a field twice",
                "{'a': [1, 2              | a.json 1:12: it ends too early",
                "{} {}                    | a.json 1:4: it goes on after the end of the document",
                "' '                      | a.json: there is nothing in it",
                "[[[[1]]]]                | a.json 1:5: Document nesting depth (4) exceeds the maximum allowed (3)",
                "['abcdefghijklmnop']     | a.json 1:20: String value length (16) exceeds the maximum allowed (10)",
                "[1,2,3,4,5,6,7,8,9,0]    | a.json 1:21: Token count (11) exceeds the maximum allowed (10)",
            })
    void saysWhereADocumentIsWrongWithoutQuotingIt(String json, String message) {
        JsonLimits limits = LIMITS.withDepth(3).withStringLength(10).withTokens(10);

        assertThatThrownBy(() -> Json.parse(json.replace('\'', '"'), "a.json", limits))
                .isInstanceOf(SourceException.class)
                .hasNoCause()
                .hasMessage(message);
    }

    @Test
    void refusesAFileBeyondTheLimit() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "[" + "1,".repeat(1000) + "1]");

        assertThatThrownBy(() -> Json.read(InputFile.of(file), LIMITS.withBytes(100)))
                .isInstanceOf(SourceException.class)
                .hasMessage("a.json: larger than 100 bytes");
    }

    @Test
    void walksAnArrayElementByElementAndReturnsWhatStandsAround() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"kind\": \"List\", \"items\": [{\"n\": 1}, {\"n\": 2}], \"total_count\": 3}");
        List<String> seen = new ArrayList<>();

        Fields around = Json.elements(
                InputFile.of(file), List.of("items"), LIMITS, e -> seen.add(e.pointer() + "=" + e.number("n")));

        assertThat(seen).containsExactly("/items/0=1", "/items/1=2");
        assertThat(around.number("total_count")).isEqualTo(3);
        assertThat(around.list("items")).isEmpty();
    }

    @Test
    void streamsNestedArraysInAnyOrderAndPassesOverTheRest() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"runs\": [{\"results\": [{\"n\": 1, \"big\": {\"x\": [1]}}, {\"n\": 2}], \"tool\": \"t\"}], \"v\":"
                        + " 2}");
        List<String> seen = new ArrayList<>();

        Json.stream(
                InputFile.of(file),
                LIMITS,
                root -> root.members((name, value) -> {
                    if (name.equals("runs")) {
                        value.elements(run -> run.members((member, part) -> {
                            if (member.equals("results")) {
                                part.elements(result -> seen.add(result.pointer()
                                        + result.read(new JsonShape(Map.of(), Map.of("", Set.of("big"))))
                                                .names()));
                            } else {
                                seen.add(part.read().text());
                            }
                        }));
                    }
                }));

        assertThat(seen).containsExactly("/runs/0/results/0[n]", "/runs/0/results/1[n]", "t");
    }

    @Test
    void goesOnBehindAnElementThatWasTakenInPart() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.json"), "[{\"a\": [{\"b\": 1}, 2, 3], \"c\": {}}, {\"a\": []}]");
        Collected sink = new Collected();
        List<String> seen = new ArrayList<>();

        Json.stream(
                InputFile.of(file),
                LIMITS,
                root -> root.elements(element -> Records.passing(element, sink, e -> {
                    e.members((name, value) -> value.elements(
                            part -> part.members((n, v) -> v.read().text())));
                    seen.add(e.pointer());
                })));

        assertThat(seen).containsExactly("/1");
        assertThat(sink.rejections()).hasToString("[a.json /0/a/0/b: expected a string, found number]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runs\": [{\"a\": 1, \"a\": 2}]}",
                "{\"runs\": [], \"runs\": []}",
                "[{\"a\": {\"b\": 1, \"b\": 1}}]"
            })
    void refusesAFieldThatIsNamedTwiceWhileItStreams(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), json);

        assertThatThrownBy(() -> Json.stream(InputFile.of(file), LIMITS, root -> {
                    if (root.isArray()) {
                        root.elements(JsonStream::read);
                    } else {
                        root.members((name, value) -> value.elements(JsonStream::read));
                    }
                }))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("an object names a field twice");
    }

    @Test
    void readsDocumentsThatStandOneAfterTheOther() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"n\": 1}\n{\n\"n\": 2\n}{\"n\": 3}");
        List<String> seen = new ArrayList<>();

        Json.documents(InputFile.of(file), LIMITS, document -> {
            Fields read = document.read();
            seen.add(read.pointer() + "=" + read.number("n"));
        });

        assertThat(seen).containsExactly("=1", "/1=2", "/2=3");
    }

    @Test
    void refusesBytesThatAreNoUnicode() throws IOException {
        Path file = Files.write(folder.resolve("a.json"), "{\"name\": \"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Json.read(InputFile.of(file), LIMITS))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("a.json 1:");
    }

    @Test
    void readsLinesBehindAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "\uFEFF{\"n\": 1}\r\n{\"n\": 2}\r\n");
        List<Long> seen = new ArrayList<>();

        assertThat(Json.isLines(InputFile.of(file), LIMITS)).isTrue();
        Json.lines(InputFile.of(file), LIMITS, new Collected(), (line, facts) -> seen.add(line.number("n")));

        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void refusesToWalkWhatIsNoArray() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"message\": \"Not Found\"}");

        assertThatThrownBy(() -> Json.elements(InputFile.of(file), List.of(), LIMITS, e -> {}))
                .isInstanceOf(SourceException.class)
                .hasMessage("a.json: expected an array, found object");
    }

    @Test
    void rejectsABrokenLineAndGoesOn() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"n\": 1}\n\n{oops\r\n{\"n\": \"x\"}\n{\"n\": 4}");
        Collected sink = new Collected();
        List<Long> seen = new ArrayList<>();

        Json.lines(InputFile.of(file), LIMITS, sink, (line, facts) -> seen.add(line.number("n")));

        assertThat(seen).containsExactly(1L, 4L);
        assertThat(sink.rejections())
                .hasToString("[a.jsonl /1: not JSON, a.jsonl /2/n: expected a whole number of 64 bits, found string]");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
