package dev.throughline.risk.exposure.kubernetes;

import com.google.common.base.Splitter;
import dev.throughline.risk.Verdict.Answer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels, and whether selectors fit them.
 *
 * @param held their values by name
 * @param complete whether there are no others
 */
record Labels(Map<String, String> held, boolean complete) {
    static final Comparator<Answer> CLOSED_FIRST =
            Comparator.comparing(List.of(Answer.NO, Answer.UNKNOWN, Answer.YES)::indexOf);

    /** Commas outside of parentheses. */
    private static final Splitter REQUIREMENTS = Splitter.on(Pattern.compile(",(?![^(]*\\))"));

    private static final Pattern SET = Pattern.compile("(\\S+) (in|notin) \\((.*)\\)");

    /** Labels as {@code name=value}; null if they were not read. */
    static Labels of(@Nullable List<String> labels) {
        Map<String, String> held = new HashMap<>();
        for (String label : ServiceWays.known(labels)) {
            int equals = label.indexOf('=');
            held.put(equals < 0 ? label : label.substring(0, equals), label.substring(equals + 1));
        }
        return new Labels(held, labels != null);
    }

    /** These and one more. */
    Labels with(String name, String value) {
        Map<String, String> more = new HashMap<>(held);
        more.put(name, value);
        return new Labels(more, complete);
    }

    /** Whether they fulfil a selector in the text form of the Kubernetes API: {@code a=b,c in (d,e),!f}. */
    Answer fit(String selector) {
        return selector.isEmpty()
                ? Answer.YES
                : REQUIREMENTS
                        .splitToStream(selector)
                        .map(this::fulfil)
                        .min(CLOSED_FIRST)
                        .orElseThrow();
    }

    private Answer fulfil(String requirement) {
        Matcher set = SET.matcher(requirement);
        if (set.matches()) {
            List<String> values = List.of(set.group(3).split(",", -1));
            String value = held.get(set.group(1));
            return answer(set.group(1), set.group(2).equals("in") == (value != null && values.contains(value)));
        }
        if (requirement.startsWith("!")) {
            String name = requirement.substring(1);
            return answer(name, !held.containsKey(name));
        }
        int equals = requirement.indexOf('=');
        String name = equals < 0 ? requirement : requirement.substring(0, equals);
        return answer(
                name,
                equals < 0
                        ? held.containsKey(name)
                        : requirement.substring(equals + 1).equals(held.get(name)));
    }

    private Answer answer(String name, boolean fits) {
        if (!complete && !held.containsKey(name)) {
            return Answer.UNKNOWN;
        }
        return fits ? Answer.YES : Answer.NO;
    }
}
