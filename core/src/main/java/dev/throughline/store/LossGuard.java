package dev.throughline.store;

import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a source that answers politely with nothing from making everything disappear. Held back are parts that were read
 * completely and are empty where there was something; and, if more than a fifth and more than {@value #FACTS} facts of the
 * scope would go, all parts that lose some. They keep what they had until a second reading says the same of them.
 */
final class LossGuard {
    private static final int FACTS = 100;
    private static final int SHARE = 5;
    private static final String GONE = "gone";

    private final List<PartitionState> before;
    private final Map<String, PartitionState> now;
    private final Set<String> chunks = new HashSet<>();

    private LossGuard(List<PartitionState> before, List<PartitionState> now) {
        this.before = before;
        this.now = Maps.uniqueIndex(now, PartitionState::name);
        now.forEach(partition -> chunks.addAll(partition.chunks()));
    }

    /**
     * Compares what a scope had with what was read.
     *
     * @return what it shall have
     */
    static List<PartitionState> apply(List<PartitionState> before, List<PartitionState> now) {
        return before.isEmpty() ? now : new LossGuard(before, now).apply();
    }

    private List<PartitionState> apply() {
        long had = before.stream().mapToLong(PartitionState::facts).sum();
        long lost = before.stream().mapToLong(this::lost).sum();
        boolean isMuch = lost > FACTS && lost * SHARE > had;
        Map<String, PartitionState> result = new LinkedHashMap<>(now);
        for (PartitionState old : before) {
            PartitionState read = now.get(old.name());
            boolean isEmpty = read != null && read.facts() == 0;
            long gone = lost(old);
            if (gone > 0 && (isMuch || isEmpty) && !answer(read).equals(old.heldReading())) {
                result.put(old.name(), old.held(gone + " of " + old.facts() + " facts are gone", answer(read)));
            }
        }
        return new ArrayList<>(result.values());
    }

    /** How many facts a partition loses. One that only has another name now loses none. */
    private long lost(PartitionState old) {
        PartitionState read = now.get(old.name());
        if (read == null) {
            return chunks.containsAll(old.chunks()) ? 0 : old.facts();
        }
        return Math.max(0, old.facts() - read.facts());
    }

    /** What the source says now, whatever the order. */
    private static String answer(@Nullable PartitionState read) {
        return read == null
                ? GONE
                : Hashing.sha256()
                        .hashString(String.join(" ", read.chunks()), StandardCharsets.UTF_8)
                        .toString();
    }
}
