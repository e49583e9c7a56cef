package dev.throughline.connector.opengraph;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What edges need to know of the nodes of all files: which the model has a kind for, and what they are called. */
final class NodeIndex {
    private final Map<String, AssetKey> known = new HashMap<>();
    private final SetMultimap<String, AssetKey> named = LinkedHashMultimap.create();

    void add(Fields record) {
        ForeignNode node = ForeignNode.of(record);
        String name = node.name();
        if (node.isKnown()) {
            known.put(node.id(), node.key());
        }
        if (name != null) {
            named.put(name, node.key());
        }
    }

    /** One end of an edge: {@code start} with a value and how to match it, or {@code start_id}. */
    AssetKey end(Fields edge, String end) {
        Fields reference = edge.object(end);
        if (reference.isAbsent()) {
            return withId(edge.requiredText(end + "_id"));
        }
        String value = reference.requiredText("value");
        String by = reference.text("match_by");
        if (by == null || by.equals("id")) {
            return withId(value);
        }
        if (!by.equals("name")) {
            throw new WrongShape(reference.get("match_by").pointer(), "a node is found by its id or name only");
        }
        Set<AssetKey> keys = named.get(value);
        if (keys.size() != 1) {
            throw new WrongShape(
                    reference.get("value").pointer(),
                    keys.isEmpty() ? "no node has this name" : "several nodes have this name");
        }
        return keys.iterator().next();
    }

    private AssetKey withId(String id) {
        @Nullable AssetKey key = known.get(id);
        return key == null ? ForeignNode.custom(id) : key;
    }
}
