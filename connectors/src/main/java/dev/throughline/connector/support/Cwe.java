package dev.throughline.connector.support;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ids of weaknesses in what scanners write as tags. */
public final class Cwe {
    private static final Pattern ID = Pattern.compile("(?i)(?:^|[^a-z0-9])cwe[-:_ ]?0*([1-9][0-9]{0,5})(?![0-9])");

    private static final String PREFIX = "CWE-";
    private static final int MOST_DIGITS = 6;

    private Cwe() {}

    /**
     * The ids in some tags.
     *
     * @param tags tags such as {@code external/cwe/cwe-022} or {@code CWE-79: Cross-site Scripting}
     * @return ids such as {@code CWE-22}, each once, in order of their first mention
     */
    public static List<String> in(Collection<String> tags) {
        if (tags.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = ID.matcher("");
        for (String tag : tags) {
            if (isId(tag)) {
                ids.add(tag);
            } else if (matcher.reset(tag).find()) {
                ids.add(PREFIX + matcher.group(1));
            }
        }
        return List.copyOf(ids);
    }

    /** Whether a tag is what comes out, as many are; the pattern takes many times as long to tell. */
    private static boolean isId(String tag) {
        int digits = tag.length() - PREFIX.length();
        if (!tag.startsWith(PREFIX) || digits < 1 || digits > MOST_DIGITS || tag.charAt(PREFIX.length()) == '0') {
            return false;
        }
        for (int i = PREFIX.length(); i < tag.length(); i++) {
            if (tag.charAt(i) < '0' || tag.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
