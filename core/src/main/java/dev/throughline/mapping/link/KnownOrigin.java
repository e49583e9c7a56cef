package dev.throughline.mapping.link;

import com.google.common.collect.ImmutableSortedMap;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where an image comes from, for who asks who deployed it. */
final class KnownOrigin {
    private final Candidate candidate;
    private final boolean isProven;
    /** One record speaks of many workloads, which share what it tells. */
    private final IdentityHashMap<Map<String, String>, Map<String, String>> told = new IdentityHashMap<>(4);

    private KnownOrigin(Candidate candidate, boolean isProven) {
        this.candidate = candidate;
        this.isProven = isProven;
    }

    static KnownOrigin of(Mapping images, AssetKey image, Candidate candidate) {
        return new KnownOrigin(
                candidate, candidate.trust().compareTo(Trust.ASSERTED) <= 0 && !images.isConflict(image));
    }

    /** The repository that it was most likely built from. */
    AssetKey repository() {
        return candidate.repository();
    }

    /** Whether more than one side alone says so, and nobody else says otherwise. */
    boolean isProven() {
        return isProven;
    }

    /** Fields of evidence: those of a record, and by what the origin of the image is known. */
    Map<String, String> fields(Map<String, String> record) {
        return told.computeIfAbsent(record, properties -> {
            Map<String, String> fields = new TreeMap<>(properties);
            fields.put("imageOrigin", candidate.trust().name().toLowerCase(Locale.ROOT));
            return ImmutableSortedMap.copyOf(fields);
        });
    }
}
