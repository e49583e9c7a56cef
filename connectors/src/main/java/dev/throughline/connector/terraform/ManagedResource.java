package dev.throughline.connector.terraform;

import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A resource that Terraform made or took over.
 *
 * @param address its address, such as {@code module.shop.aws_ecs_service.api["eu"]}
 * @param type its type, such as {@code aws_ecs_service}
 * @param values its attributes, without those that are sensitive
 */
record ManagedResource(String address, String type, Fields values) {
    /** A resource as {@code terraform show -json} prints it. */
    static ManagedResource shown(Fields resource) {
        return new ManagedResource(
                resource.requiredText("address"),
                resource.requiredText("type"),
                SensitiveValues.withoutMarked(resource.object("values"), resource.get("sensitive_values")));
    }

    /** One of the instances of a resource, as a state file holds them. */
    static ManagedResource stored(Fields resource, Fields instance) {
        String module = resource.text("module");
        String type = resource.requiredText("type");
        String index = index(instance.get("index_key"));
        String address = (module == null ? "" : module + ".") + type + "." + resource.requiredText("name") + index;
        return new ManagedResource(
                address,
                type,
                SensitiveValues.withoutPaths(instance.object("attributes"), instance.list("sensitive_attributes")));
    }

    private static String index(Fields key) {
        return key.isAbsent() ? "" : key.node().isTextual() ? "[\"" + key.text() + "\"]" : "[" + key.node() + "]";
    }

    /** An attribute; what is empty was not set. */
    @Nullable
    String text(String name) {
        return text(values, name);
    }

    static @Nullable String text(Fields block, String name) {
        String value = block.text(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A block that may stand at most once, which is kept as a list of one. */
    Fields block(String name) {
        return block(values, name);
    }

    static Fields block(Fields parent, String name) {
        List<Fields> blocks = blocks(parent, name);
        return blocks.isEmpty() ? Fields.NONE : blocks.get(0);
    }

    static List<Fields> blocks(Fields parent, String name) {
        Fields value = parent.get(name);
        return value.node().isObject() ? List.of(value) : value.elements();
    }

    /**
     * The first of some maps that is there: tags with the provider's own before those of the resource. Null where none was
     * read.
     */
    @Nullable
    Map<String, String> tags(String... names) {
        for (String name : names) {
            if (values.has(name)) {
                return new TreeMap<>(values.stringMap(name));
            }
        }
        return null;
    }
}
