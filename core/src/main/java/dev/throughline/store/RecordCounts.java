package dev.throughline.store;

/**
 * How many records of a source were read, and what became of them: {@code accepted + merged + rejected = read}.
 *
 * @param read records that were met. Where a partition is not made of records, it is one
 * @param accepted all others; among them those that gave no facts
 * @param merged those that gave facts, each of which had come before in their partition, word for word, for which a
 *     partition remembers some 130,000 different facts; and results of scanners that are one with a result before
 * @param rejected those that could not be used
 */
public record RecordCounts(long read, long accepted, long merged, long rejected) {
    /** No records. */
    public static final RecordCounts NONE = new RecordCounts(0, 0, 0, 0);

    /** The records of both. */
    RecordCounts plus(RecordCounts other) {
        return new RecordCounts(
                read + other.read, accepted + other.accepted, merged + other.merged, rejected + other.rejected);
    }
}
