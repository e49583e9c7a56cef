package dev.throughline.connector.support.sbom;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a document by the ids it gives them, and which needs which. Documents state both in any order, and name ids
 * that nothing has; what is said of such an id is passed over. Memory is bounded: what is more goes to temporary files until
 * this is closed. Not for use by several threads at once.
 */
public final class Composition implements AutoCloseable {
    /** How many characters wait in memory. */
    private static final long MOST = 32 << 20;

    /** What holding a text takes beside its characters, about. */
    private static final int EACH = 64;

    private final String file;
    private final JsonLimits limits;
    private final Map<String, AssetKey> packages = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    /** Of what was not yet there when it was named. */
    private final List<Need> needs = new ArrayList<>();

    private long held;

    /** Holds all once there is much. */
    private @Nullable SpilledComposition spilled;

    /**
     * A composition without packages.
     *
     * @param file name of the document, for messages
     * @param limits how large it may be, which bounds temporary files too
     */
    public Composition(String file, JsonLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * A package.
     *
     * @param id its id in the document; null if it has none
     * @param reference the package
     * @param path where in the subject it is; null if unknown
     */
    public void add(@Nullable String id, PackageReference reference, @Nullable String path) {
        AssetKey key = reference.key();
        if (spilled != null) {
            spilled.occurs(key, path);
            if (id != null) {
                spilled.names(id, key);
            }
            return;
        }
        occurrences.add(new Occurrence(key, path));
        if (id != null) {
            packages.putIfAbsent(id, key);
        }
        hold(key.text(), id, path);
    }

    /**
     * That what has an id needs what has another.
     *
     * @param id id of what needs
     * @param needed id of what is needed
     * @param sink takes the relation, if both are known already and it does not have to wait
     */
    public void needs(String id, String needed, FactSink sink) {
        if (spilled != null) {
            spilled.needs(id, needed);
        } else if (!relate(id, needed, sink)) {
            needs.add(new Need(id, needed));
            hold(id, needed, null);
        }
    }

    private void hold(String text, @Nullable String second, @Nullable String third) {
        held += EACH + text.length();
        held += second == null ? 0 : EACH + second.length();
        held += third == null ? 0 : EACH + third.length();
        if (held > MOST) {
            spill();
        }
    }

    private void spill() {
        SpilledComposition all = new SpilledComposition(file, limits);
        spilled = all;
        occurrences.forEach(occurrence -> all.occurs(occurrence.key(), occurrence.path()));
        packages.forEach(all::names);
        needs.forEach(need -> all.needs(need.id(), need.needed()));
        occurrences.clear();
        packages.clear();
        needs.clear();
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
     * The packages with some ids.
     *
     * @param ids ids in the document
     * @return the packages by their ids; those that are the id of no package are missing
     */
    public Map<String, PackageReference> find(Collection<String> ids) {
        Map<String, AssetKey> found = spilled == null ? packages : spilled.find(ids);
        Map<String, PackageReference> references = new HashMap<>();
        for (String id : ids) {
            AssetKey key = found.get(id);
            if (key != null) {
                references.put(id, PackageReference.parse(key.value()));
            }
        }
        return references;
    }

    /**
     * Says which packages are in the subject, and which needs which as far as that was not said yet.
     *
     * @param subject what the document is about
     * @param sink takes the relations
     */
    public void relate(Subject subject, FactSink sink) {
        if (spilled != null) {
            spilled.relate(subject, sink);
            return;
        }
        for (AssetKey asset : subject.assets()) {
            for (Occurrence occurrence : occurrences) {
                sink.accept(
                        new Relation(asset, RelationType.HAS_PACKAGE, occurrence.key(), properties(occurrence.path())));
            }
        }
        needs.forEach(need -> relate(need.id(), need.needed(), sink));
    }

    /** The properties of an occurrence at a path, if it is known. */
    static Map<String, String> properties(@Nullable String path) {
        return path == null ? Map.of() : Map.of("path", path);
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }

    private record Occurrence(AssetKey key, @Nullable String path) {}

    private record Need(String id, String needed) {}
}
