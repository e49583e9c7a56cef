package dev.throughline.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * The one form of path patterns in which rules of ownership are kept: {@code ?} and {@code *} stand for one and for any
 * characters of a name, a {@code /**} that ends there or goes on with a slash for nothing or anything below, and any other
 * {@code **} for any characters. Paths start with a slash. Matching takes time in proportion to pattern and path, whatever
 * they are.
 */
final class PathGlob {
    private static final char ONE = 0;
    private static final char NAME = 1;
    private static final char BELOW = 2;
    private static final char ANY = 3;

    /** Characters, and the wildcards above in their places: paths and patterns hold no control characters. */
    private final List<Character> tokens = new ArrayList<>();

    PathGlob(String glob) {
        int i = 0;
        while (i < glob.length()) {
            if (glob.startsWith("/**", i) && (i + 3 == glob.length() || glob.charAt(i + 3) == '/')) {
                tokens.add(BELOW);
                i += 3;
            } else if (glob.startsWith("**", i)) {
                tokens.add(ANY);
                i += 2;
            } else {
                char c = glob.charAt(i++);
                tokens.add(c == '*' ? NAME : c == '?' ? ONE : c);
            }
        }
    }

    boolean matches(String path) {
        boolean[] reached = new boolean[path.length() + 1]; // the tokens so far match the first i characters
        reached[0] = true;
        for (char token : tokens) {
            reached = next(token, reached, path);
        }
        return reached[path.length()];
    }

    private static boolean[] next(char token, boolean[] reached, String path) {
        boolean[] next = new boolean[reached.length];
        boolean open = false; // a wildcard that began before i may end here
        for (int i = 0; i < reached.length; i++) {
            switch (token) {
                case ANY, NAME -> {
                    open = reached[i] || (open && (token == ANY || path.charAt(i - 1) != '/'));
                    next[i] = open;
                }
                case BELOW -> {
                    next[i] = reached[i] || open;
                    open |= reached[i] && i < path.length() && path.charAt(i) == '/';
                }
                default -> {
                    if (reached[i] && i < path.length() && fits(token, path.charAt(i))) {
                        next[i + 1] = true;
                    }
                }
            }
        }
        return next;
    }

    private static boolean fits(char token, char c) {
        return token == ONE ? c != '/' : token == c;
    }
}
