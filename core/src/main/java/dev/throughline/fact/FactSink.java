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

    /**
     * Takes note that a record begins, such as an entry, a line or an object of the source. What comes until its end is
     * what it says; a record inside it is a part of it. A partition need not be made of records; then it counts as one.
     */
    default void beginRecord() {}

    /**
     * Takes note that the record says something that is gathered with what others say, and handed over with it later.
     *
     * @param again whether a record before said the same, so that this one adds nothing
     */
    default void gathered(boolean again) {}

    /**
     * Takes note that the record ends.
     *
     * @param used whether it could be used; if not, it has said nothing, and a {@linkplain #reject rejection} tells why
     */
    default void endRecord(boolean used) {}
}
