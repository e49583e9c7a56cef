package dev.throughline.store;

/** Counts the records of one partition. */
final class RecordTally {
    private final GivenFacts given = new GivenFacts();
    private long read;
    private long accepted;
    private long merged;
    private long rejected;
    private int open;

    /** Whether anything came since the last record began, and anything new. */
    private boolean said;

    private boolean news;

    /** Takes note of a fact by its fingerprint; only those of records are remembered. */
    void fact(long fingerprint) {
        said = true;
        news |= open == 0 || given.add(fingerprint);
    }

    /** Takes note of what is handed over later. */
    void gathered(boolean again) {
        said = true;
        news |= !again;
    }

    void begin() {
        if (open++ > 0) {
            return; // a part of the record around
        }
        read++;
        said = false;
        news = false;
    }

    void end(boolean used) {
        if (--open > 0) {
            return;
        }
        if (!used) {
            rejected++;
        } else if (said && !news) {
            merged++;
        } else {
            accepted++;
        }
    }

    /** The counts once all has come. A record that never ended, for its reading failed, could not be used. */
    RecordCounts counts(boolean failed) {
        if (read == 0) {
            return failed ? new RecordCounts(1, 0, 0, 1) : news ? new RecordCounts(1, 1, 0, 0) : RecordCounts.NONE;
        }
        return new RecordCounts(read, accepted, merged, open > 0 ? rejected + 1 : rejected);
    }
}
