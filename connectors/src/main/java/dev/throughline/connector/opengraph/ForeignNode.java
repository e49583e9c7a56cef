package dev.throughline.connector.opengraph;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CustomAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A node of a graph: an organization, repository or user of GitHub where GitHound says which, else a custom asset.
 *
 * @param id its id
 * @param kinds its kinds, the most telling first
 * @param properties its properties
 */
record ForeignNode(String id, List<String> kinds, Fields properties) {
    private static final String HOST = "github.com";
    private static final int LONGEST = 256;

    /** What may hold a secret, or only serves the tool that wrote it. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?i)(name|query_.*|.*(secret|password|token|credential|private|certificate|key).*)");

    static ForeignNode of(Fields node) {
        return new ForeignNode(node.requiredText("id"), node.strings("kinds"), node.object("properties"));
    }

    @Nullable
    String name() {
        return properties.get("name").node().isTextual() ? properties.text("name") : null;
    }

    AssetKey key() {
        AssetKey own = ownKey();
        return own == null ? custom(id) : own;
    }

    /** Whether the model has a kind for it. */
    boolean isKnown() {
        return ownKey() != null;
    }

    static AssetKey custom(String id) {
        return AssetKey.of(AssetKind.CUSTOM_ASSET, "opengraph/" + id);
    }

    private @Nullable AssetKey ownKey() {
        if (kinds.contains("GH_Repository") && properties.has("full_name")) {
            return AssetKey.repository(HOST + "/" + properties.requiredText("full_name"));
        }
        if (kinds.contains("GH_Organization") && properties.has("login")) {
            return AssetKey.organization(HOST, properties.requiredText("login"));
        }
        if (kinds.contains("GH_User") && properties.has("login")) {
            return AssetKey.of(
                    AssetKind.DEVELOPER, (HOST + "/" + properties.requiredText("login")).toLowerCase(Locale.ROOT));
        }
        return null;
    }

    Asset asset() {
        AssetKey own = ownKey();
        if (own != null) {
            return AssetKind.mentioned(own).unknown(own);
        }
        String name = name();
        return new CustomAsset(
                custom(id), kinds.isEmpty() ? null : kinds.get(0), name == null ? null : OneLine.of(name), declared());
    }

    private List<String> declared() {
        List<String> declared = new ArrayList<>();
        properties.node().properties().forEach(property -> {
            String value = property.getValue().asText();
            if (property.getValue().isValueNode()
                    && !property.getValue().isNull()
                    && !LEFT_OUT.matcher(property.getKey()).matches()
                    && value.length() <= LONGEST) {
                declared.add(OneLine.of(property.getKey() + "=" + value));
            }
        });
        declared.sort(null);
        return declared;
    }
}
