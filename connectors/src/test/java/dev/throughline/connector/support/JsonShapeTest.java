package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonShapeTest {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT;

    @TempDir
    private Path folder;

    private static String whole(Path file, JsonShape shape) {
        List<String> read = new ArrayList<>();
        Json.stream(
                InputFile.of(file),
                LIMITS,
                root -> read.add(root.read(shape).node().toString()));
        return String.join("", read);
    }

    private static List<String> elements(Path file, JsonShape shape) {
        List<String> read = new ArrayList<>();
        Json.stream(
                InputFile.of(file),
                LIMITS,
                root -> root.elements(
                        element -> read.add(element.read(shape).node().toString())));
        return read;
    }

    @Test
    void takesOnlyTheMembersOfAShape() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"name\": \"a\", \"big\": {\"x\": [1]}, \"parts\": [{\"id\": 1, \"more\": {\"id\": 2, \"x\": 3}},"
                        + " \"text\"], \"id\": 4, \"more\": {\"y\": 5, \"x\": 6}}");
        JsonShape shape = new JsonShape(
                Map.of("", Set.of("name", "parts", "more"), "parts", Set.of("id", "more")),
                Map.of("more", Set.of("x")));

        assertThat(whole(file, shape))
                .isEqualTo("{\"name\":\"a\",\"parts\":[{\"id\":1,\"more\":{\"id\":2}},\"text\"],\"more\":{\"y\":5}}");
    }

    @Test
    void findsMembersInWhateverOrderRecordsHaveThem() throws IOException {
        String many =
                IntStream.range(0, 300).mapToObj(i -> "\"n" + i + "\": 0, ").collect(Collectors.joining());
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "[{\"a\": 1, \"x\": 2, \"b\": 3}, {\"a\": 4, \"b\": 5}, {\"b\": 6, \"y\": 7, \"a\": 8}, {}, {\"y\": 9},"
                        + " {" + many + "\"b\": 10}, {\"aa\": 11, \"b\" : 12}, {\"\\u0061\": 13}, {\"a\"\n: 14}]");
        JsonShape shape = new JsonShape(Map.of("", Set.of("a", "b")), Map.of());

        assertThat(elements(file, shape))
                .containsExactly(
                        "{\"a\":1,\"b\":3}",
                        "{\"a\":4,\"b\":5}",
                        "{\"b\":6,\"a\":8}",
                        "{}",
                        "{}",
                        "{\"b\":10}",
                        "{\"b\":12}",
                        "{\"a\":13}",
                        "{\"a\":14}");
    }

    @Test
    void putsNullForObjectsThatAShapeDoesNotTake() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"parts\": [{\"id\": \"a\", \"x\": 1}, {\"x\": 2, \"id\": \"b\"}, {\"id\": \"c\", \"x\": [{}]},"
                        + " {\"id\": 4}, {\"x\": 5}, {\"id\": \"bb\"}, null]}");
        JsonShape shape = new JsonShape(
                Map.of("", Set.of("parts"), "parts", Set.of("id", "x")),
                Map.of(),
                Map.of("parts", new JsonShape.Where("id", Set.of("a", "b"))));

        assertThat(whole(file, shape))
                .isEqualTo("{\"parts\":[{\"id\":\"a\",\"x\":1},{\"x\":2,\"id\":\"b\"},null,"
                        + "{\"id\":4},{\"x\":5},null,null]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1, \"a\": 2}", "{\"b\": [[[[[[[[[[]]]]]]]]]]}", "{\"b\": \"\\q\"}", "{\"b\": [1, ]}"})
    void refusesWhatIsBrokenAlsoWhereItIsLeftOut(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), json);
        JsonShape shape = new JsonShape(Map.of("", Set.of("a")), Map.of());

        assertThatThrownBy(() -> Json.stream(InputFile.of(file), LIMITS.withDepth(8), root -> root.read(shape)))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void recordsReadBesideOnesThatAreAlikeSayWhatTheySayAlone() throws IOException {
        Random random = new Random(7);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            records.add(random(random, 3));
        }
        Path file = Files.writeString(folder.resolve("a.json"), records.toString());
        JsonShape shape = new JsonShape(Map.of("b", Set.of("a", "c")), Map.of("a", Set.of("d")));
        List<String> alone = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        Fields[] last = {Fields.NONE};

        Json.elements(InputFile.of(file), List.of(), LIMITS, shape, e -> alone.add(e + " " + e.node()));
        Json.stream(
                InputFile.of(file),
                LIMITS,
                root -> root.elements(element -> {
                    last[0] = element.read(shape, last[0]);
                    beside.add(last[0] + " " + last[0].node());
                }));

        assertThat(beside).isEqualTo(alone).hasSize(300);
    }

    private static String random(Random random, int depth) {
        int size = random.nextInt(20) == 0 ? 20 : random.nextInt(4);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < size && depth > 0; i++) {
            parts.add(random(random, depth - 1));
        }
        return switch (random.nextInt(depth == 3 ? 2 : 6)) {
            case 0, 1 -> {
                Map<String, String> members = new LinkedHashMap<>();
                parts.forEach(p ->
                        members.put(size < 5 ? "abcd".charAt(random.nextInt(4)) + "" : "m" + p.hashCode(), p));
                yield members.entrySet().stream()
                        .map(m -> "\"" + m.getKey() + "\": " + m.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            case 2 -> parts.toString();
            case 3 -> "\"" + "é".repeat(random.nextInt(3)) + "\"";
            case 4 -> String.valueOf(random.nextInt(3) * 5_000_000_000L);
            default -> List.of("null", "true", "1.5").get(random.nextInt(3));
        };
    }

    @Test
    void whatIsTheSameInTheRecordBeforeIsTheSameNode() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "[{\"a\": {\"b\": [1000, \"x\"]}, \"c\": \"1\", \"d\": 1}, {\"d\": 2, \"c\": \"1\", \"a\": {\"b\": [1000, \"x\"]}}]");
        List<Fields> read = new ArrayList<>(List.of(Fields.NONE));

        Json.stream(
                InputFile.of(file),
                LIMITS,
                root -> root.elements(element -> read.add(element.read(JsonShape.WHOLE, read.get(read.size() - 1)))));

        for (String name : List.of("a", "c")) {
            assertThat(read.get(2).get(name).node())
                    .isSameAs(read.get(1).get(name).node());
        }
        assertThat(read.get(2).number("d")).isEqualTo(2);
    }

    @Test
    void refusesANameThatStandsTwiceInARecordThatIsLikeTheOneBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "[{\"a\": 1, \"b\": 2}, {\"a\": 1, \"a\": 1}]");

        assertThatThrownBy(() -> Json.stream(InputFile.of(file), LIMITS, root -> {
                    Fields[] last = {Fields.NONE};
                    root.elements(element -> last[0] = element.read(JsonShape.WHOLE, last[0]));
                }))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("names a field twice");
    }
}
