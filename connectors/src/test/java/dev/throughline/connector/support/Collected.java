package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Collects what a connector says, for tests. */
public final class Collected implements FactSink {
    private final List<Asset> assets = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int records;
    private int open;
    private int unused;

    @Override
    public void accept(Asset asset) {
        assets.add(asset);
    }

    @Override
    public void accept(Relation relation) {
        relations.add(relation);
    }

    @Override
    public void beginRecord() {
        records += open == 0 ? 1 : 0;
        open++;
    }

    @Override
    public void endRecord(boolean used) {
        open--;
        unused += used ? 0 : 1;
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    public List<Asset> assets() {
        return assets;
    }

    public List<Relation> relations() {
        return relations;
    }

    public List<Rejection> rejections() {
        return rejections;
    }

    /** How many records there were, not counting parts of others. */
    public int records() {
        return records;
    }

    /** Whether every record that began came to its end, and there is a reason for each that could not be used. */
    public boolean accountsForItsRecords() {
        return open == 0 && unused <= rejections.size();
    }

    /** All assets of a kind, as they were said. */
    public <T extends Asset> List<T> all(Class<T> type) {
        return only(type).toList();
    }

    /** What was said of an asset, added up as a store would. */
    public <T extends Asset> T get(Class<T> type, AssetKey key) {
        return only(type)
                .filter(a -> a.key().equals(key))
                .reduce((a, b) -> type.cast(a.or(b)))
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + key + " among " + assets));
    }

    /** Relations of a type in their text form, sorted. */
    public Set<String> relations(RelationType type) {
        Set<String> texts = new TreeSet<>();
        relations.stream().filter(r -> r.type() == type).forEach(r -> texts.add(r.toString()));
        return texts;
    }

    /** Everything that was said, as one set, for comparison. */
    public Set<String> facts() {
        Set<String> texts = new TreeSet<>();
        assets.forEach(a -> texts.add(a.toString()));
        relations.forEach(r -> texts.add(r.toString()));
        return texts;
    }

    private <T extends Asset> Stream<T> only(Class<T> type) {
        return assets.stream().filter(type::isInstance).map(type::cast);
    }
}
