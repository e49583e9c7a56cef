package dev.throughline.connector.opengraph;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.TreeMap;

/** An edge of a graph as a relation. */
final class ForeignEdge {
    private ForeignEdge() {}

    static Relation of(Fields edge, NodeIndex nodes) {
        String kind = edge.requiredText("kind");
        AssetKey from = nodes.end(edge, "start");
        AssetKey to = nodes.end(edge, "end");
        if (from.mayBe(AssetKind.CUSTOM_ASSET) || to.mayBe(AssetKind.CUSTOM_ASSET)) {
            Map<String, String> properties = new TreeMap<>();
            properties.put("kind", OneLine.of(kind));
            Boolean traversable = edge.object("properties").bool("traversable");
            if (traversable != null) {
                properties.put("traversable", traversable.toString());
            }
            return new Relation(from, RelationType.CUSTOM, to, properties);
        }
        return switch (kind) {
            case "GH_Contains", "GH_Owns" ->
                to.mayBe(AssetKind.DEVELOPER)
                        ? new Relation(to, RelationType.MEMBER_OF, from)
                        : new Relation(from, RelationType.CONTAINS, to);
            default -> throw new WrongShape(edge.get("kind").pointer(), "no such relation is known of what it joins");
        };
    }
}
