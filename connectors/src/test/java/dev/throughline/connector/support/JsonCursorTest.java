package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonCursorTest {
    private static final JsonNames NAMES = JsonNames.of("items", "name", "size");

    @TempDir
    private Path folder;

    @Test
    void onlyWantedMembersAreMet() throws IOException {
        assertThat(read("{'x': {'name': 'no', 'items': [1]}, 'name': 'a', 'y': 1, 'y': 2, 'size': 3}"))
                .containsExactly("name a", "size 3");
    }

    @Test
    void whatNobodyTakesIsPassedOver() throws IOException {
        assertThat(read("{'items': [{'size': 1, 'items': [], 'name': null}, null, {'name': 'b'}], 'size': null}"))
                .containsExactly("items", "size 1", "items", "name null", "name b", "size null");
    }

    @Test
    void namesMayBeAny() throws IOException {
        List<String> read = new ArrayList<>();
        stream("{'a': {'b': 1}, 'c': true, 'd': null, 'e': 'f'}", cursor -> {
            for (String name = cursor.firstOfAny(); name != null; name = cursor.nextOfAny()) {
                read.add(name + " " + (cursor.isScalar() ? cursor.scalar() : "-"));
            }
        });

        assertThat(read).containsExactly("a -", "c true", "d null", "e f");
    }

    @Test
    void namesThatMayBeAnyAreKnownForEachObject() throws IOException {
        List<String> read = new ArrayList<>();
        stream("{'a': {'a': 1, 'b': 2}, 'b': {'a': 3}}", cursor -> {
            for (String outer = cursor.firstOfAny(); outer != null; outer = cursor.nextOfAny()) {
                for (String name = cursor.firstOfAny(); name != null; name = cursor.nextOfAny()) {
                    read.add(outer + name + cursor.number());
                }
            }
        });

        assertThat(read).containsExactly("aa1", "ab2", "ba3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        []                              | a.json : expected an object, found array
        {'name': 1}                     | a.json /name: expected a string, found number
        {'size': '1'}                   | a.json /size: expected a whole number of 64 bits, found string
        {'size': 1.5}                   | a.json /size: expected a whole number of 64 bits, found number
        {'size': 99999999999999999999}  | a.json /size: expected a whole number of 64 bits, found number
        {'items': {}}                   | a.json /items: expected an array, found object
        {'items': [{}, {'name': [2]}]}  | a.json /items/1/name: expected a string, found array
        {'name': 'a', 'name': 'b'}      | a.json 1:15: an object names a field twice
        {'items': [{'size': 1, 'size': 2}]} | a.json 1:24: an object names a field twice
        """)
    void whatIsWrongIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(SourceException.class)
                .hasMessage(message.replace("a.json :", "a.json:"));
    }

    @Test
    void aNameIsFoundAmongOthers() {
        String[] names = IntStream.range(0, 31).mapToObj(i -> "name" + i).toArray(String[]::new);
        JsonNames all = JsonNames.of(names);

        assertThat(names).allSatisfy(name -> assertThat(all.at(all.find(name))).isEqualTo(name));
        assertThat(all.find("name31")).isEqualTo(-1);
        assertThatThrownBy(() -> JsonNames.of("a", "a")).hasMessage("the name a is there twice");
        assertThatThrownBy(() -> JsonNames.of(new String[32])).hasMessage("32 names, not 1 to 31");
    }

    private List<String> read(String json) throws IOException {
        List<String> read = new ArrayList<>();
        stream(json, cursor -> object(cursor, read));
        return read;
    }

    private static void object(JsonCursor cursor, List<String> read) {
        for (String name = cursor.first(NAMES); name != null; name = cursor.next()) {
            switch (name) {
                case "name" -> read.add("name " + cursor.text());
                case "size" -> read.add("size " + cursor.number());
                default -> {
                    read.add("items");
                    for (boolean more = cursor.firstElement(); more; more = cursor.nextElement()) {
                        object(cursor, read);
                    }
                }
            }
        }
    }

    private void stream(String json, Consumer<JsonCursor> reader) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), json.replace('\'', '"'));
        Json.stream(InputFile.of(file), JsonLimits.DEFAULT, root -> reader.accept(root.cursor()));
    }
}
