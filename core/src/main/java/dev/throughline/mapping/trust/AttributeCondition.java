package dev.throughline.mapping.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the condition of a provider of a workload identity pool, in the Common Expression Language: comparisons of claims
 * with text, {@code in} lists, {@code startsWith}, {@code &&}, {@code ||} and parentheses. Anything else is unknown. Sources:
 * Google Cloud, <em>Workload Identity Federation</em>; CEL, <em>language definition</em>.
 */
final class AttributeCondition {
    private static final int MAX_LENGTH = 4096; // as Google's
    private static final int MAX_ALTERNATIVES = 64;
    private static final String NAME = "((?:assertion|attribute|google)\\.\\w+)";
    private static final String TEXT = "('[^']*'|\"[^\"]*\")";
    private static final Pattern EQUAL = Pattern.compile(NAME + "\\s*==\\s*" + TEXT);
    private static final Pattern START = Pattern.compile(NAME + "\\s*\\.\\s*startsWith\\s*\\(\\s*" + TEXT + "\\s*\\)");
    private static final Pattern LIST = Pattern.compile(NAME + "\\s+in\\s*\\[(.*)]", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("\\s*" + TEXT + "\\s*(?:,|$)");
    private static final Pattern CLAIM = Pattern.compile("assertion\\.(\\w+)");

    private final @Nullable Map<String, String> mapping;

    /** With the expressions of attributes by their names; null if they were not read, and are named as claims are. */
    AttributeCondition(@Nullable Map<String, String> mapping) {
        this.mapping = mapping;
    }

    /** The alternatives that it admits. */
    List<TokenClaims> read(@Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return List.of(TokenClaims.ANY);
        }
        String outline = outline(condition);
        return outline == null || outline.contains("?") || outline.contains("//")
                ? List.of(TokenClaims.UNKNOWN)
                : any(condition.strip());
    }

    /** What an attribute or claim must be. */
    TokenClaims claim(String name, String pattern) {
        String expression = name.startsWith("assertion.") ? name : expression(name);
        Matcher claim = CLAIM.matcher(expression == null ? "" : expression.strip());
        return claim.matches() ? TokenClaims.of(claim.group(1), pattern) : TokenClaims.UNKNOWN;
    }

    private @Nullable String expression(String name) {
        if (mapping != null) {
            return mapping.get(name);
        }
        return name.equals("google.subject") ? "assertion.sub" : name.replaceFirst("^attribute\\.", "assertion.");
    }

    private List<TokenClaims> any(String text) {
        List<TokenClaims> any = new ArrayList<>();
        split(text, "||").forEach(part -> any.addAll(all(part)));
        return any.size() > MAX_ALTERNATIVES ? List.of(TokenClaims.UNKNOWN) : any;
    }

    private List<TokenClaims> all(String text) {
        List<TokenClaims> all = List.of(TokenClaims.ANY);
        for (String part : split(text, "&&")) {
            List<TokenClaims> both = new ArrayList<>();
            for (TokenClaims other : term(part)) {
                for (TokenClaims one : all) {
                    TokenClaims claims = one.and(other);
                    if (claims != null) {
                        both.add(claims);
                    }
                }
            }
            if (both.size() > MAX_ALTERNATIVES) {
                return List.of(TokenClaims.UNKNOWN);
            }
            all = both;
        }
        return all;
    }

    private List<TokenClaims> term(String text) {
        if (text.startsWith("(") && closing(text) == text.length() - 1) {
            return any(text.substring(1, text.length() - 1).strip());
        }
        Matcher equal = EQUAL.matcher(text);
        if (equal.matches()) {
            return List.of(claim(equal.group(1), equal.group(2), ""));
        }
        Matcher start = START.matcher(text);
        if (start.matches()) {
            return List.of(claim(start.group(1), start.group(2), "*"));
        }
        Matcher list = LIST.matcher(text);
        return list.matches() ? items(list.group(1), list.group(2)) : List.of(TokenClaims.UNKNOWN);
    }

    private List<TokenClaims> items(String name, String list) {
        List<TokenClaims> items = new ArrayList<>();
        Matcher item = ITEM.matcher(list);
        int end = 0;
        while (end < list.length() && item.find(end) && item.start() == end) {
            items.add(claim(name, item.group(1), ""));
            end = item.end();
        }
        return end < list.length() ? List.of(TokenClaims.UNKNOWN) : items;
    }

    /** A star of the text itself is none of ours. */
    private TokenClaims claim(String name, String quoted, String rest) {
        String text = quoted.substring(1, quoted.length() - 1);
        return TokenSubject.isWild(text) ? TokenClaims.UNKNOWN : claim(name, text + rest);
    }

    /** The same with every character within quotes blotted out; null if it is not plain. */
    private static @Nullable String outline(String text) {
        if (text.length() > MAX_LENGTH || text.indexOf('\\') >= 0) {
            return null;
        }
        StringBuilder outline = new StringBuilder(text);
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                outline.setCharAt(i, '_');
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
                outline.setCharAt(i, '_');
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth < 0) {
                return null;
            }
        }
        return depth == 0 && quote == 0 ? outline.toString() : null;
    }

    private static String blotted(String text) {
        String outline = outline(text);
        return outline == null ? text : outline;
    }

    private static int closing(String text) {
        String outline = blotted(text);
        int depth = 0;
        for (int i = 0; i < outline.length(); i++) {
            depth += "([{".indexOf(outline.charAt(i)) >= 0 ? 1 : 0;
            depth -= ")]}".indexOf(outline.charAt(i)) >= 0 ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> split(String text, String operator) {
        String outline = blotted(text);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < outline.length(); i++) {
            depth += "([{".indexOf(outline.charAt(i)) >= 0 ? 1 : 0;
            depth -= ")]}".indexOf(outline.charAt(i)) >= 0 ? 1 : 0;
            if (depth == 0 && outline.startsWith(operator, i)) {
                parts.add(text.substring(start, i).strip());
                start = i + operator.length();
                i++;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
