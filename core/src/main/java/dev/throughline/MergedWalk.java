package dev.throughline;

import com.google.common.collect.AbstractIterator;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks, in their order, elements that are made of one asset after the other, and derived ones that are there already.
 *
 * @param <E> the elements; each belongs to the id it is or starts at
 */
final class MergedWalk<E extends Comparable<E>> extends AbstractIterator<E> {
    private final RiskGraph graph;
    private final BitSet assets;
    private final ObjIntConsumer<List<E>> ofAsset;
    private final List<E> derived;
    private final Function<E, String> owner;

    /** Of one asset, derived or not. */
    private final List<E> ready = new ArrayList<>();

    private int nextReady;
    private int nextAsset;
    private int nextDerived;

    /**
     * Starts a walk.
     *
     * @param graph holds the assets
     * @param assets numbers of those to walk
     * @param ofAsset adds the elements of an asset to a list, in any order
     * @param derived the other elements, in order
     * @param owner the id that an element belongs to
     */
    MergedWalk(
            RiskGraph graph,
            BitSet assets,
            ObjIntConsumer<List<E>> ofAsset,
            List<E> derived,
            Function<E, String> owner) {
        this.graph = graph;
        this.assets = assets;
        this.nextAsset = assets.nextSetBit(0);
        this.ofAsset = ofAsset;
        this.derived = derived;
        this.owner = owner;
    }

    @Override
    protected @Nullable E computeNext() {
        while (nextReady == ready.size()) {
            if (isDerivedNext()) {
                return derived.get(nextDerived++);
            }
            if (nextAsset < 0) {
                return endOfData();
            }
            fill();
        }
        return ready.get(nextReady++);
    }

    /** Whether what is derived comes before the next asset and all that belongs to it. */
    private boolean isDerivedNext() {
        return nextDerived < derived.size() && (nextAsset < 0 || nextOwner().compareTo(nextKey()) < 0);
    }

    private String nextOwner() {
        return owner.apply(derived.get(nextDerived));
    }

    private String nextKey() {
        return graph.key(nextAsset).text();
    }

    /** Derived elements of an asset come between its own. */
    private void fill() {
        ready.clear();
        nextReady = 0;
        String key = nextKey();
        while (nextDerived < derived.size() && nextOwner().equals(key)) {
            ready.add(derived.get(nextDerived++));
        }
        ofAsset.accept(ready, nextAsset);
        nextAsset = assets.nextSetBit(nextAsset + 1);
        Collections.sort(ready);
    }
}
