package dev.throughline.connector.support.codeowners;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a line of CODEOWNERS into words; a blank that a backslash precedes is part of one. */
final class Words {
    /** An e-mail address, as loosely as the platforms take it. */
    static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    private static final Splitter BLANK =
            Splitter.on(Pattern.compile("(?<!\\\\)\\s+")).omitEmptyStrings();

    private Words() {}

    static List<String> of(String line) {
        return BLANK.splitToList(line.strip());
    }

    static String withBlanks(String word) {
        return word.replace("\\ ", " ").replace("\\\t", "\t");
    }
}
