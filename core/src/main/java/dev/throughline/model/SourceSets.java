package dev.throughline.model;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;

/**
 * Who said the relations, each set of sources once. As most relations have one source, the first numbers of sets are
 * those of the sources and stand for each alone.
 */
final class SourceSets {
    private final Provenance[] sources;
    private final List<ImmutableIntArray> several;

    /** Takes over sorted sources and the sets of several, each sorted. */
    SourceSets(Provenance[] sources, List<ImmutableIntArray> several) {
        this.sources = sources;
        this.several = several;
    }

    int size() {
        return sources.length + several.size();
    }

    boolean isOne(int set) {
        return set < sources.length;
    }

    /** The numbers of the sources in a set of several. */
    ImmutableIntArray members(int set) {
        return several.get(set - sources.length);
    }

    List<Provenance> sources(int set) {
        return isOne(set)
                ? List.of(sources[set])
                : members(set).stream().mapToObj(source -> sources[source]).toList();
    }
}
