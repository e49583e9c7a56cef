package dev.throughline.samples;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * Reads an estate file, YAML of this form:
 *
 * <pre>{@code
 * name: Harborline
 * sources:
 *   - type: trivy
 *     path: trivy/*.json
 *   - type: kubernetes
 *     path: [kubernetes/prod-eu/*.json, kubernetes/prod-eu/*.yaml]
 *     cluster: prod-eu
 * }</pre>
 *
 * <p>A slip of the pen must not look like an estate without that source, so everything that is not known is refused, with
 * its line.
 */
final class EstateFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 8;
    private static final LoadSettings YAML =
            LoadSettings.builder().setUseMarks(true).build();

    private final Path file;

    private EstateFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws SourceException if it cannot be read, or anything in it is not as it must be
     */
    static Estate read(Path file) {
        return new EstateFile(file).read();
    }

    private Estate read() {
        Map<String, Field> fields = fields(root(), Set.of("name", "sources"));
        Field sources = fields.get("sources");
        if (sources == null) {
            throw refused(1, "there is no field 'sources'");
        }
        Field name = fields.get("name");
        List<Estate.Source> list = new ArrayList<>();
        for (Node source : elements(sources)) {
            list.add(source(source));
        }
        return new Estate(name == null ? null : text("name", name.value()), file, list);
    }

    private Node root() {
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
            if (Files.size(file) > MOST_BYTES) {
                throw refused(1, "more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new SourceException(new Rejection(file.toString(), "", "no such file"), e);
        } catch (CharacterCodingException e) {
            throw refused(1, "not UTF-8");
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.toString(), "", "cannot be read"), e);
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

    private Estate.Source source(Node node) {
        Map<String, Field> fields = fields(node, null);
        SourceType type = type(node, fields.get("type"));
        Field path = fields.get("path");
        if (path == null) {
            throw refused(line(node), "a source needs the field 'path'");
        }
        Map<String, String> settings = new HashMap<>();
        fields.forEach((name, field) -> {
            if (type.has(name)) {
                settings.put(name, text(name, field.value()));
            } else if (!name.equals("type") && !name.equals("path")) {
                throw refused(field.line(), "sources of type " + Names.of(type) + " have no field " + quoted(name));
            }
        });
        for (String name : type.required()) {
            if (!settings.containsKey(name)) {
                throw refused(line(node), "a source of type " + Names.of(type) + " needs the field '" + name + "'");
            }
        }
        return new Estate.Source(line(node), type, paths(path), settings);
    }

    private SourceType type(Node source, @Nullable Field field) {
        if (field == null) {
            throw refused(line(source), "a source needs the field 'type', one of " + Names.all(SourceType.class));
        }
        String name = text("type", field.value());
        return Names.find(SourceType.class, name)
                .orElseThrow(() -> refused(
                        field.line(), "there is no type " + quoted(name) + ", only " + Names.all(SourceType.class)));
    }

    private List<String> paths(Field path) {
        if (!(path.value() instanceof SequenceNode)) {
            return List.of(text("path", path.value()));
        }
        List<String> paths = new ArrayList<>();
        for (Node element : elements(path)) {
            paths.add(text("path", element));
        }
        if (paths.isEmpty()) {
            throw refused(path.line(), "the field 'path' is an empty list");
        }
        return paths;
    }

    private List<Node> elements(Field field) {
        if (!(field.value() instanceof SequenceNode sequence)) {
            throw refused(field.line(), "the field '" + field.name() + "' is not a list");
        }
        return sequence.getValue();
    }

    private String text(String name, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refused(line(node), "the field '" + name + "' is not a text");
    }

    /** The fields of a mapping, which may only be the known ones if any are given. */
    private Map<String, Field> fields(Node node, @Nullable Set<String> known) {
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

    private static String quoted(String name) {
        return "'" + Text.quote(name) + "'";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private SourceException refused(int line, String cause) {
        return new SourceException(new Rejection(file.toString(), "line " + line, cause), null);
    }

    /** A field of a mapping, and the line its name stands on. */
    private record Field(String name, int line, Node value) {}
}
