package dev.throughline.attack.edge.aws;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The actions that any row asks for, numbered, so that each pattern of actions is matched once and never again. */
final class Actions {
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> patterns = new HashMap<>();

    Actions(Collection<String> actions) {
        names = List.copyOf(new TreeSet<>(actions.stream().map(Actions::lower).toList()));
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), i);
        }
        actions.forEach(action -> numbers.put(action, numbers.get(lower(action)))); // as the table spells them
    }

    private static String lower(String action) {
        return action.toLowerCase(Locale.ROOT);
    }

    int size() {
        return names.size();
    }

    int number(String action) {
        Integer number = numbers.get(action);
        if (number == null) {
            throw new IllegalArgumentException("no row asks for " + action);
        }
        return number;
    }

    /** The actions that any of some patterns names. */
    BitSet named(List<String> wanted) {
        BitSet named = new BitSet(size());
        wanted.forEach(pattern -> named.or(patterns.computeIfAbsent(lower(pattern), this::match)));
        return named;
    }

    private BitSet match(String pattern) {
        Glob glob = new Glob(pattern);
        BitSet matched = new BitSet(size());
        for (int i = 0; i < names.size(); i++) {
            matched.set(i, glob.matches(names.get(i)));
        }
        return matched;
    }
}
