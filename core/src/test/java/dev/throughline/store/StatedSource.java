package dev.throughline.store;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import dev.throughline.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A source that states what a test says. */
final class StatedSource implements Connector {
    private final List<Partition> partitions = new ArrayList<>();
    private Completeness listed = Completeness.complete();

    StatedSource with(String name, Object... facts) {
        return reading(name, sink -> {
            for (Object fact : facts) {
                if (fact instanceof Asset asset) {
                    sink.accept(asset);
                } else {
                    sink.accept((Relation) fact);
                }
            }
            return Completeness.complete();
        });
    }

    StatedSource reading(String name, Function<FactSink, Completeness> reading) {
        partitions.add(partition(name, reading));
        return this;
    }

    static Partition partition(String name, Function<FactSink, Completeness> reading) {
        return new Partition() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Completeness read(FactSink sink) {
                return reading.apply(sink);
            }
        };
    }

    StatedSource listed(Completeness completeness) {
        listed = completeness;
        return this;
    }

    @Override
    public Scope scope() {
        return StoreUnderTest.SHOP;
    }

    @Override
    public Listing list() {
        return new Listing(partitions, listed);
    }
}
