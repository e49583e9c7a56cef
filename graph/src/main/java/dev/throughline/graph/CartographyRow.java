package dev.throughline.graph;

import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.value.ValueException;

/** A node that Cartography wrote, as a statement returns it, and the facts that are made of it. */
final class CartographyRow {
    private final Record row;
    private final List<Asset> assets = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    CartographyRow(Record row) {
        this.row = row;
    }

    /** What names the node within its label. */
    String id() {
        return row.get("id").asString();
    }

    /** Text; null if it is missing. */
    @Nullable
    String text(String name) {
        Value value = row.get(name);
        try {
            return value.isNull() ? null : value.asString();
        } catch (ValueException e) {
            throw new IllegalArgumentException("the property '" + name + "' is not a text", e);
        }
    }

    String required(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("the property '" + name + "' is required and has no value");
        }
        return text;
    }

    @Nullable
    Boolean bool(String name) {
        Value value = row.get(name);
        try {
            return value.isNull() ? null : value.asBoolean();
        } catch (ValueException e) {
            throw new IllegalArgumentException("the property '" + name + "' is not a boolean", e);
        }
    }

    /** Texts of which none is missing. */
    List<String> texts(String name) {
        return row.get(name).asList(CartographyRow::textOrEmpty).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Rows of texts; those that are missing are empty. */
    List<List<String>> tuples(String name) {
        return row.get(name).asList(tuple -> tuple.asList(CartographyRow::textOrEmpty));
    }

    private static String textOrEmpty(Value value) {
        return value.isNull() ? "" : value.asString();
    }

    void add(Asset asset) {
        assets.add(asset);
    }

    void relate(AssetKey from, RelationType type, AssetKey to) {
        relate(from, type, to, Map.of());
    }

    void relate(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
        relations.add(new Relation(from, type, to, properties));
    }

    /** Puts a resource into the account of AWS that has it, if one is known. */
    void own(Asset asset) {
        add(asset);
        String account = text("account");
        if (account != null) {
            relate(AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + account), RelationType.CONTAINS, asset.key());
        }
    }

    void release(FactSink sink) {
        assets.forEach(sink::accept);
        relations.forEach(sink::accept);
    }
}
