package dev.throughline.fact;

import dev.throughline.model.Asset;
import dev.throughline.model.Relation;

/** Takes the facts of one partition. For one thread. */
public interface FactSink {
    /**
     * Takes an asset. The same asset may come many times; what the descriptions know is added up.
     *
     * @param asset an asset as the source describes it
     */
    void accept(Asset asset);

    /**
     * Takes a relation. Its ends need not be described by this source, or by any.
     *
     * @param relation a relation as the source states it
     */
    void accept(Relation relation);

    /**
     * Takes note of a record that could not be used. The rest of the partition goes on.
     *
     * @param rejection the record and the cause
     */
    void reject(Rejection rejection);
}
