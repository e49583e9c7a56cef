package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What lies on the chain of an asset.
 *
 * @param images the images
 * @param runners the workloads and cloud resources that run them
 * @param code the repositories, if the question came from the code; empty if they are to be found
 * @param origin which candidates the question is about
 */
record Extent(
        NavigableSet<AssetKey> images,
        NavigableSet<AssetKey> runners,
        NavigableSet<AssetKey> code,
        Predicate<Candidate> origin) {
    static Extent running(Collection<AssetKey> images, Collection<AssetKey> runners) {
        return new Extent(new TreeSet<>(images), new TreeSet<>(runners), new TreeSet<>(), candidate -> true);
    }

    Extent and(Extent other) {
        return new Extent(
                union(images, other.images),
                union(runners, other.runners),
                union(code, other.code),
                origin.or(other.origin));
    }

    private static NavigableSet<AssetKey> union(Collection<AssetKey> a, Collection<AssetKey> b) {
        NavigableSet<AssetKey> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
