package dev.throughline.samples.benchmark;

import dev.throughline.fact.FactSink;

/** What one kind of source says of services. */
interface ServiceFacts {
    void tell(Service service, FactSink sink);
}
