package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher says of the severity of a vulnerability by CVSS.
 *
 * @param vector the vector; null if there is none, or none that can be read
 * @param score the score that follows from the vector, else the one that is printed; null if neither is known
 * @param published the score that is printed, right or wrong; null if none is
 */
public record CvssRating(
        @Nullable String vector,
        @Nullable Double score,
        @Nullable Double published) {
    /** Nothing is said. */
    public static final CvssRating UNKNOWN = new CvssRating(null, null, null);

    /**
     * Reads a rating. A value that is none is rejected with its place, and only that value is left out.
     *
     * @param rating what holds both fields
     * @param vectorField name of the field with the vector, a string
     * @param scoreField name of the field with the printed score, a number
     * @param sink takes rejections
     * @return the rating
     */
    public static CvssRating of(Fields rating, String vectorField, String scoreField, FactSink sink) {
        Double published = rating.decimal(scoreField);
        if (published != null && (published < 0 || published > 10)) {
            reject(rating, scoreField, "expected a number from 0 to 10", sink);
            published = null;
        }
        CvssVector vector = vector(rating, vectorField, sink);
        return vector == null
                ? new CvssRating(null, published, published)
                : new CvssRating(vector.text(), vector.score(), published);
    }

    /**
     * Reads a vector that stands alone.
     *
     * @param rating what holds the field
     * @param field name of the field, a string
     * @param sink takes a rejection if it is no vector
     * @return the vector; null if there is none that can be read
     */
    public static @Nullable CvssVector vector(Fields rating, String field, FactSink sink) {
        String text = rating.text(field);
        try {
            return text == null || text.isBlank() ? null : CvssVector.parse(text);
        } catch (IllegalArgumentException e) {
            reject(rating, field, String.valueOf(e.getMessage()), sink);
            return null;
        }
    }

    private static void reject(Fields rating, String field, String cause, FactSink sink) {
        sink.reject(new Rejection(rating.file(), rating.get(field).pointer(), cause));
    }
}
