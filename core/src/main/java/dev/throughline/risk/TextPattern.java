package dev.throughline.risk;

import java.util.List;

/**
 * A text in which {@code *} stands for any characters. Matching takes time in the product of the lengths at worst, never
 * more: patterns come from files.
 */
final class TextPattern {
    private final List<String> parts;

    TextPattern(String pattern) {
        parts = List.of(pattern.split("\\*", -1));
    }

    boolean matches(String text) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return text.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        if (text.length() < first.length() + last.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = text.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
