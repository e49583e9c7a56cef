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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a document by the ids it gives them, and which needs which. Documents state both in any order, and name ids
 * that nothing has; what is said of such an id is passed over. Memory is bounded: what is more goes to temporary files until
 * this is closed. Not for use by several threads at once.
 */
public final class Composition implements AutoCloseable {
    /** How many bytes wait in memory, about. */
    private static final long MOST = 32 << 20;

    /** What holding a text takes beside its characters, about. */
    private static final int EACH = 64;

    private final String file;
    private final JsonLimits limits;
    private final List<AssetKey> packages = new ArrayList<>();

    /** Where in the subject each of the packages is; null if unknown. */
    private final List<@Nullable String> paths = new ArrayList<>();

    private final PackageIds ids = new PackageIds();

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
                spilled.names(DocumentId.of(id), key);
            }
            return;
        }
        if (id != null) {
            ids.add(DocumentId.of(id), packages.size());
        }
        packages.add(key);
        paths.add(path);
        hold(PackageIds.BYTES + EACH + key.text().length() + (path == null ? 0 : EACH + path.length()));
    }

    /**
     * That what has an id needs what has others.
     *
     * @param id id of what needs
     * @param needed ids of what is needed
     * @param sink takes the relations, if both ends are known already and they do not have to wait
     */
    public void needs(String id, List<String> needed, FactSink sink) {
        long from = DocumentId.of(id);
        for (String other : needed) {
            needs(from, DocumentId.of(other), sink);
        }
    }

    private void needs(long id, long needed, FactSink sink) {
        if (spilled != null) {
            spilled.needs(id, needed);
        } else if (!relate(id, needed, sink)) {
            needs.add(new Need(id, needed));
            hold(Need.BYTES);
        }
    }

    private void hold(int bytes) {
        held += bytes;
        if (held > MOST) {
            spill();
        }
    }

    private void spill() {
        SpilledComposition all = new SpilledComposition(file, limits);
        spilled = all;
        for (int number = 0; number < packages.size(); number++) {
            all.occurs(packages.get(number), paths.get(number));
        }
        ids.forEach((id, number) -> all.names(id, packages.get(number)));
        needs.forEach(need -> all.needs(need.id(), need.needed()));
        packages.clear();
        paths.clear();
        ids.clear();
        needs.clear();
    }

    /** Says that one needs the other; false if one of them is not known. */
    private boolean relate(long id, long needed, FactSink sink) {
        int from = ids.find(id);
        int to = from < 0 ? -1 : ids.find(needed);
        if (to < 0) {
            return false;
        }
        AssetKey needs = packages.get(from);
        AssetKey other = packages.get(to);
        if (!needs.equals(other)) {
            sink.accept(new Relation(needs, RelationType.DEPENDS_ON, other));
        }
        return true;
    }

    /**
     * The packages with some ids.
     *
     * @param texts ids in the document
     * @return the packages by their ids; those that are the id of no package are missing
     */
    public Map<String, PackageReference> find(Collection<String> texts) {
        Map<String, PackageReference> references = new HashMap<>();
        Map<Long, AssetKey> found = find(texts.stream().map(DocumentId::of).collect(Collectors.toSet()));
        for (String text : texts) {
            AssetKey key = found.get(DocumentId.of(text));
            if (key != null) {
                references.put(text, PackageReference.parse(key.value()));
            }
        }
        return references;
    }

    private Map<Long, AssetKey> find(Set<Long> wanted) {
        if (spilled != null) {
            return spilled.find(wanted);
        }
        Map<Long, AssetKey> found = new HashMap<>();
        for (long id : wanted) {
            int number = ids.find(id);
            if (number >= 0) {
                found.put(id, packages.get(number));
            }
        }
        return found;
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
            for (int number = 0; number < packages.size(); number++) {
                Map<String, String> properties = properties(paths.get(number));
                sink.accept(new Relation(asset, RelationType.HAS_PACKAGE, packages.get(number), properties));
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

    private record Need(long id, long needed) {
        /** What holding one takes, about. */
        private static final int BYTES = 48;
    }
}
