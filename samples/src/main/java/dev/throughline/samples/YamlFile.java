package dev.throughline.samples;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A small file of settings in YAML, written by a person: whatever is not as it must be is refused with its line. */
final class YamlFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 8;
    private static final LoadSettings YAML =
            LoadSettings.builder().setUseMarks(true).build();

    private final Path path;

    YamlFile(Path path) {
        this.path = path;
    }

    /** The file itself. */
    Path path() {
        return path;
    }

    /**
     * What the document consists of.
     *
     * @throws SourceException if it cannot be read, is not YAML, or is empty, too large or too deep
     */
    Node root() {
        String text = content();
        try {
            checkDepth(text);
            return new Compose(YAML).composeString(text).orElseThrow(() -> refused(1, "there is nothing in it"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            throw refused(line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(1, "not YAML: " + e.getMessage());
        }
    }

    private String content() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw refused(1, "more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new SourceException(new Rejection(path.toString(), "", "no such file"), e);
        } catch (CharacterCodingException e) {
            throw refused(1, "not UTF-8");
        } catch (IOException e) {
            throw new SourceException(new Rejection(path.toString(), "", "cannot be read"), e);
        }
    }

    /** Composing goes as deep as the document, so the document must not be deeper than the stack. */
    private void checkDepth(String text) {
        int depth = 0;
        for (Event event : new Parse(YAML).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > MOST_DEPTH) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                throw refused(line, "more than " + MOST_DEPTH + " lists and mappings inside each other");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    /** The elements of a field that is a list. */
    List<Node> elements(Field field) {
        if (!(field.value() instanceof SequenceNode sequence)) {
            throw refused(field.line(), "the field '" + field.name() + "' is not a list");
        }
        return sequence.getValue();
    }

    /** The text of a field. */
    String text(String name, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refused(line(node), "the field '" + name + "' is not a text");
    }

    /** The fields of a mapping, which may only be the known ones if any are given. */
    Map<String, Field> fields(Node node, @Nullable Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(line(node), "not a mapping of fields");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text("a name", tuple.getKeyNode());
            int line = line(tuple.getKeyNode());
            if (known != null && !known.contains(name)) {
                throw refused(line, "there is no field " + quoted(name));
            }
            if (fields.put(name, new Field(name, line, tuple.getValueNode())) != null) {
                throw refused(line, "a second field " + quoted(name));
            }
        }
        return fields;
    }

    static String quoted(String name) {
        return "'" + Text.quote(name) + "'";
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    SourceException refused(int line, String cause) {
        return new SourceException(new Rejection(path.toString(), "line " + line, cause), null);
    }

    /**
     * A field of a mapping.
     *
     * @param name its name
     * @param line the line its name stands on, from 1
     * @param value what it holds
     */
    record Field(String name, int line, Node value) {}
}
