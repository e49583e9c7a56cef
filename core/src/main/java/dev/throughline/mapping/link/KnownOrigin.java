package dev.throughline.mapping.link;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an image comes from, for who asks who deployed it.
 *
 * @param candidate the repository that it was most likely built from
 * @param isProven whether more than one side alone says so, and nobody else says otherwise
 */
record KnownOrigin(Candidate candidate, boolean isProven) {
    static KnownOrigin of(Mapping images, AssetKey image, Candidate candidate) {
        return new KnownOrigin(
                candidate, candidate.trust().compareTo(Trust.ASSERTED) <= 0 && !images.isConflict(image));
    }

    /** Fields of evidence: those of a record, and by what the origin of the image is known. */
    Map<String, String> fields(Map<String, String> record) {
        Map<String, String> fields = new TreeMap<>(record);
        fields.put("imageOrigin", candidate.trust().name().toLowerCase(Locale.ROOT));
        return fields;
    }
}
