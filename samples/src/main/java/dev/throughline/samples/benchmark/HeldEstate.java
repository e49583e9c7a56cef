package dev.throughline.samples.benchmark;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Provenance;
import dev.throughline.model.Relation;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.RiskGraphBuilder;
import dev.throughline.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An estate whose facts are made before the clock starts, so that reading it costs nothing worth measuring. */
final class HeldEstate {
    private final EstateGenerator generator;
    private final List<HeldSource> sources;

    private HeldEstate(EstateGenerator generator) {
        this.generator = generator;
        this.sources = generator.sources().stream().map(HeldSource::of).toList();
    }

    static HeldEstate of(int assets, int relations) {
        return new HeldEstate(EstateGenerator.of(assets, relations));
    }

    /** As {@link EstateGenerator#after}. */
    HeldEstate after(int percent) {
        return new HeldEstate(generator.after(percent));
    }

    Connector[] sources() {
        return sources.stream()
                .map(source -> new EstateGenerator.Source(source.scope(), List.copyOf(source.partitions())))
                .toArray(Connector[]::new);
    }

    /** All partitions of all sources. */
    List<HeldPartition> partitions() {
        return sources.stream().flatMap(source -> source.partitions().stream()).toList();
    }

    /** How many facts there are. */
    long facts() {
        return partitions().stream()
                .mapToLong(partition ->
                        partition.assets().size() + partition.relations().size())
                .sum();
    }

    /** What the facts add up to, made without any store. */
    RiskGraph graph() {
        RiskGraphBuilder graph = RiskGraph.builder()
                .mention(AssetKey.INTERNET)
                .mention(AssetKey.ANONYMOUS)
                .mention(AssetKey.ANY_GITHUB_USER);
        for (HeldSource source : sources) {
            for (HeldPartition partition : source.partitions()) {
                Provenance provenance = new Provenance(source.scope(), partition.name(), Instant.EPOCH);
                partition.assets().forEach(asset -> graph.add(asset, provenance));
                partition.relations().forEach(relation -> graph.add(relation, provenance));
            }
        }
        return graph.build();
    }

    private record HeldSource(Scope scope, List<HeldPartition> partitions) {
        static HeldSource of(Connector connector) {
            try (Listing listing = connector.list()) {
                return new HeldSource(
                        connector.scope(),
                        listing.partitions().stream().map(HeldPartition::of).toList());
            }
        }
    }

    /** The facts of one partition, in the order in which they were told. */
    record HeldPartition(String name, List<Asset> assets, List<Relation> relations) implements Partition {
        static HeldPartition of(Partition partition) {
            List<Asset> assets = new ArrayList<>();
            List<Relation> relations = new ArrayList<>();
            partition.read(new FactSink() {
                @Override
                public void accept(Asset asset) {
                    assets.add(asset);
                }

                @Override
                public void accept(Relation relation) {
                    relations.add(relation);
                }

                @Override
                public void reject(Rejection rejection) {
                    throw new IllegalStateException("the generator made a mistake: " + rejection);
                }
            });
            // Texts remember their hash codes. Made here, they are no part of whichever reading comes first.
            var unused = assets.hashCode() + relations.hashCode();
            return new HeldPartition(partition.name(), List.copyOf(assets), List.copyOf(relations));
        }

        @Override
        public Completeness read(FactSink sink) {
            assets.forEach(sink::accept);
            relations.forEach(sink::accept);
            return Completeness.complete();
        }
    }
}
