package dev.throughline.samples;

import dev.throughline.fact.SourceException;
import dev.throughline.samples.YamlFile.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads an estate file, YAML of this form:
 *
 * <pre>{@code
 * name: Harborline
 * sources:
 *   - type: trivy
 *     path: trivy/*.json
 *     exclude: "*-old.json"
 *   - type: kubernetes
 *     path: [kubernetes/prod-eu/*.json, kubernetes/prod-eu/*.yaml]
 *     cluster: prod-eu
 * }</pre>
 *
 * <p>A slip of the pen must not look like an estate without that source, so everything that is not known is refused, with
 * its line.
 */
final class EstateFile {
    private static final Set<String> CHOOSING_FILES = Set.of("path", "include", "exclude");

    private final YamlFile file;

    private EstateFile(YamlFile file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws SourceException if it cannot be read, or anything in it is not as it must be
     */
    static Estate read(Path file) {
        return new EstateFile(new YamlFile(file)).read();
    }

    private Estate read() {
        Map<String, Field> fields = file.fields(file.root(), Set.of("name", "sources", "trust"));
        Field sources = fields.get("sources");
        if (sources == null) {
            throw file.refused(1, "there is no field 'sources'");
        }
        Field name = fields.get("name");
        List<Estate.Source> list = new ArrayList<>();
        for (Node source : file.elements(sources)) {
            list.add(source(source));
        }
        Field trust = fields.get("trust");
        return new Estate(
                name == null ? null : file.text("name", name.value()),
                file.path(),
                list,
                trust == null ? null : TrustBlock.read(file, trust));
    }

    private Estate.Source source(Node node) {
        Map<String, Field> fields = file.fields(node, null);
        SourceType type = type(node, fields.get("type"));
        Field path = fields.get("path");
        if (path == null && type.isFiles()) {
            throw file.refused(YamlFile.line(node), "a source needs the field 'path'");
        }
        Map<String, String> settings = new HashMap<>();
        fields.forEach((name, field) -> {
            if (type.has(name)) {
                settings.put(name, file.text(name, field.value()));
            } else if (!name.equals("type") && !(type.isFiles() && CHOOSING_FILES.contains(name))) {
                throw file.refused(
                        field.line(), "sources of type " + Names.of(type) + " have no field " + YamlFile.quoted(name));
            }
        });
        for (String name : type.required()) {
            if (!settings.containsKey(name)) {
                throw file.refused(
                        YamlFile.line(node), "a source of type " + Names.of(type) + " needs the field '" + name + "'");
            }
        }
        return new Estate.Source(
                YamlFile.line(node),
                type,
                texts(path),
                texts(fields.get("include")),
                texts(fields.get("exclude")),
                settings);
    }

    private SourceType type(Node source, @Nullable Field field) {
        if (field == null) {
            throw file.refused(
                    YamlFile.line(source), "a source needs the field 'type', one of " + Names.all(SourceType.class));
        }
        String name = file.text("type", field.value());
        return Names.find(SourceType.class, name)
                .orElseThrow(() -> file.refused(
                        field.line(),
                        "there is no type " + YamlFile.quoted(name) + ", only " + Names.all(SourceType.class)));
    }

    /** One text, or a list of them; none if there is no such field. */
    private List<String> texts(@Nullable Field field) {
        if (field == null) {
            return List.of();
        }
        if (!(field.value() instanceof SequenceNode)) {
            return List.of(file.text(field.name(), field.value()));
        }
        List<String> texts = new ArrayList<>();
        for (Node element : file.elements(field)) {
            texts.add(file.text(field.name(), element));
        }
        if (texts.isEmpty()) {
            throw file.refused(field.line(), "the field '" + field.name() + "' is an empty list");
        }
        return texts;
    }
}
