package dev.throughline.mapping.trust;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a token must be.
 *
 * @param patterns values by claim; a {@code *} at the end of one stands for any characters
 * @param isWhole whether nothing else is asked for; if not, fewer tokens may be admitted than these patterns tell
 */
record TokenClaims(ImmutableSortedMap<String, String> patterns, boolean isWhole) {
    static final TokenClaims ANY = new TokenClaims(ImmutableSortedMap.of(), true);
    static final TokenClaims UNKNOWN = new TokenClaims(ImmutableSortedMap.of(), false);

    /** Claims that subjects show. */
    private static final Set<String> SHOWN =
            Set.of("sub", "repository", "repository_owner", "ref", "environment", "project_path", "namespace_path");

    static TokenClaims of(String claim, String pattern) {
        return SHOWN.contains(claim) ? new TokenClaims(ImmutableSortedMap.of(claim, pattern), true) : UNKNOWN;
    }

    /** Both at once; null if no token has such claims. */
    @Nullable
    TokenClaims and(TokenClaims other) {
        Map<String, String> both = new TreeMap<>(patterns);
        for (Map.Entry<String, String> claim : other.patterns.entrySet()) {
            String pattern = narrower(both.getOrDefault(claim.getKey(), "*"), claim.getValue());
            if (pattern == null) {
                return null;
            }
            both.put(claim.getKey(), pattern);
        }
        return new TokenClaims(ImmutableSortedMap.copyOf(both), isWhole && other.isWhole);
    }

    /** The subjects of such tokens, the one that tells most first; empty if there are no such tokens. */
    List<String> subjects() {
        String subject = "*";
        for (String shown : shown()) {
            String both = narrower(subject, shown);
            if (both == null) {
                return List.of();
            }
            subject = both;
        }
        String ref = patterns.get("ref");
        String environment = patterns.get("environment");
        String path = path(subject);
        if (path == null || (ref == null && environment == null)) {
            return List.of(subject);
        }
        if (ref == null || environment != null) {
            return List.of(path + ":environment:" + environment);
        }
        List<String> subjects = new ArrayList<>(List.of(path + ":ref:" + ref));
        subjects.add(path + ":environment:*"); // hides the branch
        if (narrower(ref, "refs/pull/*") != null) {
            subjects.add(path + ":pull_request");
        }
        return subjects;
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        patterns.forEach((claim, value) -> {
            switch (claim) {
                case "sub" -> shown.add(value);
                case "repository" -> shown.add("repo:" + followed(value, ":*"));
                case "repository_owner" -> shown.add("repo:" + followed(value, "/*"));
                case "project_path" -> shown.add("project_path:" + followed(value, ":*"));
                case "namespace_path" -> shown.add("project_path:" + followed(value, "/*"));
                default -> {}
            }
        });
        return shown;
    }

    private static String followed(String value, String rest) {
        return value.endsWith("*") ? value : value + rest;
    }

    /** A pattern of GitHub up to the repository; null for others, and for those that go on behind it. */
    private static @Nullable String path(String subject) {
        if (subject.equals("*")) {
            return "repo:*";
        }
        String path = subject.endsWith(":*") ? subject.substring(0, subject.length() - 2) : subject;
        return subject.endsWith("*") && path.startsWith("repo:") && path.indexOf(':', "repo:".length()) < 0
                ? path
                : null;
    }

    private static @Nullable String narrower(String one, String other) {
        if (covers(one, other)) {
            return other;
        }
        return covers(other, one) ? one : null;
    }

    private static boolean covers(String wide, String narrow) {
        return wide.endsWith("*")
                ? narrow.regionMatches(true, 0, wide, 0, wide.length() - 1)
                : wide.equalsIgnoreCase(narrow);
    }
}
