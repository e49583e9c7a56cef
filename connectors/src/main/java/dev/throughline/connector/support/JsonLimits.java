package dev.throughline.connector.support;

/**
 * How large a JSON or YAML document may be. A document beyond a limit is refused, never cut.
 *
 * @param bytes bytes after decompression
 * @param compressionRatio decompressed bytes for each compressed byte; looked at only beyond the first mebibyte
 * @param depth objects and arrays inside each other
 * @param tokens tokens of one file, also where the elements of an array are read one by one
 * @param stringLength characters of a string
 * @param nameLength characters of the name of a field
 * @param numberLength characters of a number
 * @param aliases YAML aliases of collections in one document; what they stand for counts as tokens each time
 */
public record JsonLimits(
        long bytes,
        int compressionRatio,
        int depth,
        long tokens,
        int stringLength,
        int nameLength,
        int numberLength,
        int aliases) {
    /** 256 MiB, 200 : 1, depth 64, 20 million tokens, strings of 16 Mi, names of 1,000, numbers of 100, 50 aliases. */
    public static final JsonLimits DEFAULT = new JsonLimits(256L << 20, 200, 64, 20_000_000, 16 << 20, 1_000, 100, 50);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public JsonLimits {
        if (Math.min(bytes, tokens) < 0
                || Math.min(compressionRatio, depth) < 0
                || Math.min(stringLength, nameLength) < 0
                || Math.min(numberLength, aliases) < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
    }

    /**
     * The same with another limit.
     *
     * @param limit bytes after decompression
     * @return new limits
     */
    public JsonLimits withBytes(long limit) {
        return new JsonLimits(limit, compressionRatio, depth, tokens, stringLength, nameLength, numberLength, aliases);
    }

    /**
     * The same with another limit.
     *
     * @param limit objects and arrays inside each other
     * @return new limits
     */
    public JsonLimits withDepth(int limit) {
        return new JsonLimits(bytes, compressionRatio, limit, tokens, stringLength, nameLength, numberLength, aliases);
    }

    /**
     * The same with another limit.
     *
     * @param limit tokens of one document
     * @return new limits
     */
    public JsonLimits withTokens(long limit) {
        return new JsonLimits(bytes, compressionRatio, depth, limit, stringLength, nameLength, numberLength, aliases);
    }

    /**
     * The same with another limit.
     *
     * @param limit characters of a string
     * @return new limits
     */
    public JsonLimits withStringLength(int limit) {
        return new JsonLimits(bytes, compressionRatio, depth, tokens, limit, nameLength, numberLength, aliases);
    }
}
