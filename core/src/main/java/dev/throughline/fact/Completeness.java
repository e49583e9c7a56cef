package dev.throughline.fact;

/**
 * How much of what there is was read. Facts of a partition are replaced only by a complete reading; any other leaves
 * them as they were, marked stale with the reason.
 */
public sealed interface Completeness {
    /**
     * Everything was read.
     *
     * @return the verdict
     */
    static Completeness complete() {
        return new Complete();
    }

    /**
     * A part is missing.
     *
     * @param reason one sentence that names what is missing and why
     * @return the verdict
     */
    static Completeness partial(String reason) {
        return new Partial(reason);
    }

    /**
     * Nothing of use was read.
     *
     * @param reason one sentence that names the cause
     * @return the verdict
     */
    static Completeness failed(String reason) {
        return new Failed(reason);
    }

    /** Everything was read. */
    record Complete() implements Completeness {}

    /**
     * A part is missing.
     *
     * @param reason what is missing and why
     */
    record Partial(String reason) implements Completeness {}

    /**
     * Nothing of use was read.
     *
     * @param reason the cause
     */
    record Failed(String reason) implements Completeness {}
}
