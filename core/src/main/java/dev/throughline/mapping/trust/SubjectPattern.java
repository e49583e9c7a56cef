package dev.throughline.mapping.trust;

import java.util.Locale;

/**
 * A condition on subjects as a pattern in which {@code *} stands for any characters and {@code ?} for one.
 *
 * @param pattern the pattern, lower-case
 */
record SubjectPattern(String pattern) {
    /** A condition as a cloud keeps it; that of a workload identity pool names a subject or an attribute. */
    static SubjectPattern of(String condition) {
        int member = condition.startsWith("principal") ? condition.indexOf("/workloadIdentityPools/") : -1;
        int slash = member < 0 ? -1 : condition.indexOf('/', member + "/workloadIdentityPools/".length());
        String text = slash < 0 ? condition : ofPool(condition.substring(slash + 1));
        return new SubjectPattern(text.toLowerCase(Locale.ROOT));
    }

    private static String ofPool(String member) {
        int slash = member.indexOf('/');
        String value = member.substring(slash + 1);
        return switch (slash < 0 ? member : member.substring(0, slash)) {
            case "subject" -> value;
            case "attribute.repository" -> "repo:" + value + ":*";
            case "attribute.repository_owner" -> "repo:" + value + "/*";
            case "attribute.project_path" -> "project_path:" + value + ":*";
            case "*" -> "*";
            default -> "";
        };
    }

    /** Whether a subject fits; in linear time but for the way back to the last star. */
    boolean fits(String subject) {
        String text = subject.toLowerCase(Locale.ROOT);
        int at = 0;
        int star = -1;
        int retry = 0;
        int p = 0;
        while (at < text.length()) {
            if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(at))) {
                p++;
                at++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = at;
            } else if (star >= 0) {
                p = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
