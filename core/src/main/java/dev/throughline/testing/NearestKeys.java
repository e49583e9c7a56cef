package dev.throughline.testing;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Suggests what somebody may have meant who names an asset that is not there. */
final class NearestKeys {
    private static final int SUGGESTIONS = 3;

    private NearestKeys() {}

    static String missing(RiskGraph graph, AssetKey key) {
        List<AssetKey> nearest = to(graph, key);
        return "the assessment holds no " + key
                + (nearest.isEmpty()
                        ? ", and no other " + key.prefix() + " either"
                        : "; the nearest it holds:" + Lines.indented(nearest));
    }

    private static List<AssetKey> to(RiskGraph graph, AssetKey key) {
        return IntStream.range(0, graph.size())
                .mapToObj(graph::key)
                .filter(other -> other.prefix().equals(key.prefix()))
                .map(other -> new Near(other, distance(key.value(), other.value())))
                .sorted(Comparator.comparing(Near::distance).thenComparing(Near::key))
                .limit(SUGGESTIONS)
                .map(Near::key)
                .toList();
    }

    /** How many letters must be put in, taken out or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private record Near(AssetKey key, int distance) {}
}
