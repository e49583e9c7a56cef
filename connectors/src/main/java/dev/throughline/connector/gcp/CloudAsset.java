package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An asset of the inventory.
 *
 * @param fields the record
 * @param name its full resource name, {@code //service/path}
 * @param type its type, such as {@code compute.googleapis.com/Instance}
 * @param data the resource as its service describes it; absent where only its policy was exported
 */
record CloudAsset(Fields fields, String name, String type, Fields data) {
    static CloudAsset of(Fields record) {
        String name = record.requiredText("name");
        if (!name.startsWith("//")) {
            throw new WrongShape(record.pointer() + "/name", "not a full resource name, which starts with two slashes");
        }
        String type = either(record, "asset_type", "assetType");
        return new CloudAsset(
                record,
                name,
                type == null ? "" : type,
                record.object("resource").object("data"));
    }

    private static @Nullable String either(Fields fields, String snake, String camel) {
        return fields.has(snake) ? fields.text(snake) : fields.text(camel);
    }

    AssetKey key() {
        return Names.key(name);
    }

    /** The name people gave it. */
    @Nullable
    String shortName() {
        String named = data.get("name").node().isTextual() ? data.text("name") : null;
        String text = named == null ? name : named;
        return text.substring(text.lastIndexOf('/') + 1);
    }

    boolean hasData() {
        return !data.isAbsent();
    }

    boolean hasPolicy() {
        return !policy().isAbsent();
    }

    Fields policy() {
        return fields.has("iam_policy") ? fields.object("iam_policy") : fields.object("iamPolicy");
    }

    /** Labels as {@code key=value}, sorted; null where none were read. */
    @Nullable
    List<String> labels() {
        Fields labels = data.has("labels") ? data : data.object("metadata");
        if (!labels.has("labels")) {
            return null;
        }
        List<String> sorted = new ArrayList<>();
        for (Map.Entry<String, String> label : new TreeMap<>(labels.stringMap("labels")).entrySet()) {
            sorted.add(label.getKey() + "=" + label.getValue());
        }
        return sorted;
    }

    /** Whether its policy gives anybody a role that begins with one of some names; null if no policy was read. */
    @Nullable
    Boolean isOpenToAll(List<String> roles) {
        if (!hasPolicy()) {
            return null;
        }
        for (Fields binding : policy().list("bindings")) {
            String role = binding.text("role");
            boolean fits = role != null && roles.stream().anyMatch(role::startsWith);
            if (fits
                    && !binding.has("condition")
                    && binding.strings("members").stream().anyMatch(Bindings.EVERYBODY::contains)) {
                return true;
            }
        }
        return false;
    }
}
