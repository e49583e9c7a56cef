package dev.throughline.connector.support.codeowners;

import java.util.List;

/**
 * A rule on who owns which files, in one form for all platforms.
 *
 * @param line line it stands in, from 1; for a policy the number of its filter
 * @param section section it belongs to; empty outside of any
 * @param pattern files it is about, as it was written
 * @param glob the same as {@code OwnershipRule} of the model defines it
 * @param owners those it names, as they were written; empty if it takes ownership away
 */
public record CodeRule(int line, String section, String pattern, String glob, List<String> owners) {
    /** The glob that fits every path. */
    static final String EVERYTHING = "/**";

    /** No path is longer, so no pattern needs to be. */
    static final int LONGEST_PATTERN = 4_096;

    /** Copies the list. */
    public CodeRule {
        owners = List.copyOf(owners);
    }

    boolean isForEverything() {
        return glob.equals(EVERYTHING);
    }
}
