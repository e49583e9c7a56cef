package dev.throughline.samples.benchmark;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes an estate of any size, the same each time: services in organizations of 2,500, told by a code host, a cluster and a
 * scanner for each organization, in partitions of ten services. Facts are made while they are read and not held, so there
 * is no limit to the size; {@link HeldEstate} holds them.
 */
final class EstateGenerator {
    private static final int ASSETS_PER_SERVICE = 16;
    private static final double RELATIONS_PER_SERVICE = 26.4; // but for its packages
    private static final int SERVICES_PER_PARTITION = 10;

    private final int services;
    private final int packages;
    private final int changedEvery;
    private final int release;

    private EstateGenerator(int services, int packages, int changedEvery, int release) {
        this.services = services;
        this.packages = packages;
        this.changedEvery = changedEvery;
        this.release = release;
    }

    /** An estate of about this many assets and relations. */
    static EstateGenerator of(int assets, int relations) {
        int services = Math.max(1, assets / ASSETS_PER_SERVICE);
        int packages = (int) Math.max(1, Math.round((double) relations / services - RELATIONS_PER_SERVICE));
        return new EstateGenerator(services, packages, 1, 1);
    }

    /**
     * The same estate after one more release of all services in so many per cent of the partitions, evenly spread, at least
     * one partition. What belongs to a release is new and the old is gone; of the rest of these services, attributes change.
     * The partitions are the same each time.
     */
    EstateGenerator after(int percent) {
        int partitions = (services + SERVICES_PER_PARTITION - 1) / SERVICES_PER_PARTITION;
        return new EstateGenerator(services, packages, Math.min(100 / percent, partitions), release + 1);
    }

    /** All sources, three for every organization. */
    List<Connector> sources() {
        List<Connector> sources = new ArrayList<>();
        for (int first = 0; first < services; first += Service.PER_ORGANIZATION) {
            int end = Math.min(services, first + Service.PER_ORGANIZATION);
            Service any = new Service(first, 1);
            sources.add(source(new Scope("github", any.organization()), first, end, CodeFacts::new));
            sources.add(source(new Scope("kubernetes", any.cluster()), first, end, ClusterFacts::new));
            sources.add(source(new Scope("trivy", any.organization()), first, end, () -> new ScanFacts(packages)));
        }
        return sources;
    }

    private Connector source(Scope scope, int first, int end, Supplier<ServiceFacts> facts) {
        List<Partition> partitions = new ArrayList<>();
        for (int start = first; start < end; start += SERVICES_PER_PARTITION) {
            partitions.add(partition(start, Math.min(end, start + SERVICES_PER_PARTITION), facts));
        }
        return new Source(scope, partitions);
    }

    private Partition partition(int start, int end, Supplier<ServiceFacts> facts) {
        boolean changed = start / SERVICES_PER_PARTITION % changedEvery == changedEvery / 2;
        int current = changed ? release : 1;
        return new Partition() {
            @Override
            public String name() {
                return "services/" + start;
            }

            @Override
            public Completeness read(FactSink sink) {
                ServiceFacts said = facts.get();
                for (int number = start; number < end; number++) {
                    said.tell(new Service(number, current), sink);
                }
                return Completeness.complete();
            }
        };
    }

    /** A source that has these partitions. */
    record Source(Scope scope, List<Partition> partitions) implements Connector {
        @Override
        public Listing list() {
            return Listing.complete(partitions);
        }
    }
}
