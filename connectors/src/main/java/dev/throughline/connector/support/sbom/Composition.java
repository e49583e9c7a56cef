package dev.throughline.connector.support.sbom;

import dev.throughline.connector.support.PackageReference;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a document by the ids it gives them, and which needs which. Documents state both in any order, and name ids
 * that nothing has; what is said of such an id is passed over.
 */
public final class Composition {
    private final Map<String, AssetKey> packages = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    /** Of what was not yet there when it was named. */
    private final List<Need> needs = new ArrayList<>();

    /**
     * A package.
     *
     * @param id its id in the document; null if it has none
     * @param reference the package
     * @param path where in the subject it is; null if unknown
     */
    public void add(@Nullable String id, PackageReference reference, @Nullable String path) {
        occurrences.add(new Occurrence(reference.key(), path));
        if (id != null) {
            packages.putIfAbsent(id, reference.key());
        }
    }

    /**
     * That what has an id needs what has another.
     *
     * @param id id of what needs
     * @param needed id of what is needed
     * @param sink takes the relation, if both are known already
     */
    public void needs(String id, String needed, FactSink sink) {
        if (!relate(id, needed, sink)) {
            needs.add(new Need(id, needed));
        }
    }

    /** Says that one needs the other; false if one of them is not known. */
    private boolean relate(String id, String needed, FactSink sink) {
        AssetKey from = packages.get(id);
        AssetKey to = from == null ? null : packages.get(needed);
        if (from == null || to == null) {
            return false;
        }
        if (!from.equals(to)) {
            sink.accept(new Relation(from, RelationType.DEPENDS_ON, to));
        }
        return true;
    }

    /**
     * The package with an id.
     *
     * @param id an id in the document
     * @return the package; null if the id is that of no package
     */
    public @Nullable PackageReference find(String id) {
        AssetKey key = packages.get(id);
        return key == null ? null : PackageReference.parse(key.value());
    }

    /**
     * Says which packages are in the subject, and which needs which as far as that was not said yet.
     *
     * @param subject what the document is about
     * @param sink takes the relations
     */
    public void relate(Subject subject, FactSink sink) {
        for (AssetKey asset : subject.assets()) {
            for (Occurrence occurrence : occurrences) {
                sink.accept(new Relation(asset, RelationType.HAS_PACKAGE, occurrence.key(), occurrence.properties()));
            }
        }
        needs.forEach(need -> relate(need.id(), need.needed(), sink));
    }

    private record Occurrence(AssetKey key, @Nullable String path) {
        Map<String, String> properties() {
            return path == null ? Map.of() : Map.of("path", path);
        }
    }

    private record Need(String id, String needed) {}
}
