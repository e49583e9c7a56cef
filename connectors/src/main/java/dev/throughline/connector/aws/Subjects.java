package dev.throughline.connector.aws;

import dev.throughline.model.PolicyStatement.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The subjects that the conditions of a statement admit: any of the values of one condition, and all conditions at once.
 * Conditions on the repository or its owner, which the subject begins with, count as conditions on the subject.
 */
final class Subjects {
    private static final Pattern WILDCARD = Pattern.compile("[*?]");
    private static final int MAX_PAIRS = 10_000;

    private Subjects() {}

    /** Patterns of subjects; an empty one if no condition asks for any, none if nobody meets them all. */
    static List<String> of(List<Condition> conditions, String issuer) {
        List<String> admitted = null;
        for (Condition condition : conditions) {
            String form = form(condition.key(), issuer);
            if (form != null && admits(condition)) {
                List<String> patterns = values(condition).stream()
                        .map(value -> form.replace("<>", value))
                        .distinct()
                        .toList();
                admitted = admitted == null ? patterns : both(admitted, patterns);
            }
        }
        return admitted == null ? List.of("") : admitted;
    }

    static boolean admits(Condition condition) {
        return !condition.operator().contains("Not") && condition.operator().contains("String");
    }

    /** Wildcards stand for anything with the operators of {@code StringLike} only; elsewhere no token fits them. */
    static List<String> values(Condition condition) {
        boolean isPattern = condition.operator().contains("Like");
        return condition.values().stream()
                .filter(value -> isPattern || !WILDCARD.matcher(value).find())
                .toList();
    }

    /** How the subject shows a claim; null for claims that it does not show. */
    private static @Nullable String form(String key, String issuer) {
        int claim = issuer.length() + 1;
        if (!key.regionMatches(true, 0, issuer + ":", 0, claim)) {
            return null;
        }
        return switch (key.substring(claim).toLowerCase(Locale.ROOT)) {
            case "sub" -> "<>";
            case "repository" -> "repo:<>:*";
            case "repository_owner" -> "repo:<>/*";
            case "project_path" -> "project_path:<>:*";
            default -> null;
        };
    }

    private static List<String> both(List<String> some, List<String> others) {
        if ((long) some.size() * others.size() > MAX_PAIRS) {
            return some;
        }
        Set<String> both = new LinkedHashSet<>();
        for (String one : some) {
            for (String other : others) {
                String narrower = narrower(one, other);
                if (narrower != null) {
                    both.add(narrower);
                }
            }
        }
        return new ArrayList<>(both);
    }

    /** What fits both; where no single pattern says so the one that begins more narrowly, which is never too narrow. */
    private static @Nullable String narrower(String one, String other) {
        if (covers(other, one)) {
            return one;
        }
        if (covers(one, other)) {
            return other;
        }
        String head = head(one);
        String otherHead = head(other);
        int common = Math.min(head.length(), otherHead.length());
        boolean isExact = head.length() == one.length() || otherHead.length() == other.length();
        if (isExact || !head.regionMatches(true, 0, otherHead, 0, common)) {
            return null;
        }
        return head.length() < otherHead.length() ? other : one;
    }

    private static String head(String pattern) {
        return WILDCARD.split(pattern, 2)[0];
    }

    /** Whether whatever fits a pattern fits another, too; its own star is covered by a star only. */
    private static boolean covers(String wide, String narrow) {
        int at = 0;
        int star = -1;
        int retry = 0;
        int p = 0;
        while (at < narrow.length()) {
            char c = narrow.charAt(at);
            char expected = p < wide.length() ? wide.charAt(p) : 0;
            if (expected == '*') {
                star = p++;
                retry = at;
            } else if (expected != 0
                    && (expected == '?' ? c != '*' : Character.toLowerCase(expected) == Character.toLowerCase(c))) {
                p++;
                at++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (p < wide.length() && wide.charAt(p) == '*') {
            p++;
        }
        return p == wide.length();
    }
}
