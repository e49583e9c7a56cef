package dev.throughline.samples.benchmark;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cloud of any size, the same each time: a partition for what its accounts have in common, and one for each account. */
interface CloudFacts {
    /** What the cloud is called. */
    String name();

    /** Tells what all accounts have in common, and how they hang together. */
    void tellOfOrganization(CloudSize size, CloudWriter writer);

    /** Tells what is in an account. */
    void tellOfAccount(CloudSize size, int account, CloudWriter writer);

    /** The source that tells all of it. */
    default Connector source(CloudSize size) {
        return new Source(this, size);
    }

    /** Tells it partition by partition. */
    record Source(CloudFacts facts, CloudSize size) implements Connector {
        @Override
        public Scope scope() {
            return new Scope(facts.name(), "bench");
        }

        @Override
        public Listing list() {
            Stream<Partition> accounts = IntStream.range(0, size.accounts()).mapToObj(this::account);
            return Listing.complete(Stream.concat(Stream.<Partition>of(new Organization(facts, size)), accounts)
                    .toList());
        }

        private Partition account(int number) {
            return new Account(facts, size, number);
        }
    }

    /** The partition of the organization. */
    record Organization(CloudFacts facts, CloudSize size) implements Partition {
        @Override
        public String name() {
            return "organization";
        }

        @Override
        public Completeness read(FactSink sink) {
            facts.tellOfOrganization(size, new CloudWriter(sink));
            return Completeness.complete();
        }
    }

    /** The partition of an account. */
    record Account(CloudFacts facts, CloudSize size, int number) implements Partition {
        @Override
        public String name() {
            return "account-" + number;
        }

        @Override
        public Completeness read(FactSink sink) {
            facts.tellOfAccount(size, number, new CloudWriter(sink));
            return Completeness.complete();
        }
    }

    /** The clouds that are measured. */
    static List<CloudFacts> all() {
        return List.of(new AwsFacts(), new AzureFacts(), new GcpFacts());
    }
}
