package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKind;
import dev.throughline.model.AssetKind.Area;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/ontology.md} to the model. What stands above the marker is written by hand; the rest is made here of
 * {@link AssetKind}, {@link RelationType} and their Javadoc. Run with {@code -Dthroughline.write=true} to write it.
 */
class OntologyDocTest {
    private static final Path PAGE = Path.of("../docs/ontology.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/throughline/model");
    private static final String MARKER =
            "<!-- Made from the model by OntologyDocTest; not to be changed by hand. -->\n";

    @Test
    void saysWhatTheModelSays() throws IOException {
        String page = Files.readString(PAGE);
        String byHand = page.substring(0, page.indexOf(MARKER));
        String wanted = byHand + MARKER + kinds() + relations();
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("run with -Dthroughline.write=true after the model changed")
                .isEqualTo(wanted);
    }

    private static String kinds() throws IOException {
        StringBuilder text = new StringBuilder("\n## Kinds of assets\n");
        for (Area area : Area.values()) {
            text.append("\n### ").append(name(area.name())).append("\n\n");
            text.append("| label | what it is | key | attributes |\n| --- | --- | --- | --- |\n");
            for (AssetKind kind : AssetKind.values()) {
                if (kind.area() == area) {
                    text.append("| `" + kind.label() + "` | " + meaning(kind) + " | `" + key(kind) + "` | "
                            + attributes(kind) + " |\n");
                }
            }
        }
        return text.toString();
    }

    private static String attributes(AssetKind kind) {
        return kind.attributes().isEmpty()
                ? "–"
                : kind.attributes().stream()
                        .map(name -> "`" + name + "` "
                                + type(kind.attributeType(kind.attributes().indexOf(name))))
                        .collect(Collectors.joining(", "));
    }

    private static String type(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining("/", "(", ")"));
        }
        return type == List.class ? "list of strings" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String relations() throws IOException {
        String source = Files.readString(SOURCES.resolve("RelationType.java"));
        StringBuilder text = new StringBuilder("\n## Relations that sources state\n\n");
        text.append("| type | what it means | from → to | properties |\n| --- | --- | --- | --- |\n");
        for (RelationType type : RelationType.values()) {
            text.append("| `" + type.name() + "` | " + meaning(source, type) + " | " + ends(type) + " | "
                    + properties(type) + " |\n");
        }
        return text.toString();
    }

    private static String properties(RelationType type) {
        return type.properties().isEmpty()
                ? "–"
                : new TreeSet<>(type.properties())
                        .stream().map(p -> "`" + p + "`").collect(Collectors.joining(", "));
    }

    /** Starts that share their ends stand on one line. */
    private static String ends(RelationType type) {
        Map<String, List<String>> byEnds = new TreeMap<>();
        for (AssetKind from : type.ends().keySet()) {
            byEnds.computeIfAbsent(labels(type.ends().get(from)), to -> new ArrayList<>())
                    .add(from.label());
        }
        return byEnds.entrySet().stream()
                .map(e -> e.getValue().stream().sorted().collect(Collectors.joining(", ")) + " → " + e.getKey())
                .sorted()
                .collect(Collectors.joining("<br>"));
    }

    private static String labels(Collection<AssetKind> kinds) {
        return kinds.stream().map(AssetKind::label).sorted().collect(Collectors.joining(", "));
    }

    /** The first sentence of the record's Javadoc. */
    private static String meaning(AssetKind kind) throws IOException {
        return plain(group("/\\*\\*\n \\* (.+?\\.)\\s", kind));
    }

    private static String key(AssetKind kind) throws IOException {
        return group("Key: \\{@code ([^}]+)}", kind).replaceAll("\\s+\\*\\s+", " ");
    }

    private static String group(String pattern, AssetKind kind) throws IOException {
        String source = Files.readString(SOURCES.resolve(kind.type().getSimpleName() + ".java"));
        return find(Pattern.compile(pattern, Pattern.DOTALL), source, kind.label());
    }

    private static String meaning(String source, RelationType type) {
        return plain(find(
                Pattern.compile("/\\*\\* ([^/]+?) \\*/\\s+" + type.name() + "\\(", Pattern.DOTALL),
                source,
                type.name()));
    }

    private static String find(Pattern pattern, String source, String of) {
        Matcher found = pattern.matcher(source);
        assertThat(found.find()).as("Javadoc of " + of).isTrue();
        return found.group(1);
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\s*\n \\*\\s*", " ").replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`");
    }

    private static String name(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
