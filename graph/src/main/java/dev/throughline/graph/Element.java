package dev.throughline.graph;

/** A node or relationship: how it is published, and how it is wanted. Equal only to itself. */
final class Element {
    private static final long NONE = -1;

    private long number;
    private long published;
    private long wanted;
    private boolean isWanted;

    /** One that is not published yet. */
    Element() {
        this(NONE, 0);
    }

    /**
     * One that is published.
     *
     * @param number its number in the database. Numbers are reused once an element is gone, so they are good for one
     *     publish and are checked wherever they are used
     * @param published its fingerprint
     */
    Element(long number, long published) {
        this.number = number;
        this.published = published;
    }

    void want(long fingerprint) {
        wanted = fingerprint;
        isWanted = true;
    }

    /** Notes that it is published now, as wanted. */
    void created(long newNumber) {
        number = newNumber;
        published = wanted;
    }

    long number() {
        return number;
    }

    long published() {
        return published;
    }

    long wanted() {
        return wanted;
    }

    boolean isWanted() {
        return isWanted;
    }

    boolean isPublished() {
        return number != NONE;
    }

    boolean isAsWanted() {
        return isWanted && isPublished() && published == wanted;
    }

    /** Whether it is published, but not as wanted. */
    boolean isOutdated() {
        return isWanted && isPublished() && published != wanted;
    }
}
