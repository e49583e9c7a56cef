package dev.throughline.store;

import java.time.Instant;

/**
 * A version of the projection.
 *
 * @param version id of the assessment it shows
 * @param assessedAt time of that assessment
 * @param complete whether the projection shows this version wholly; false while it is being written, or after a crash
 *     until the next publish
 * @param nodes number of nodes of the projection
 * @param relationships number of relationships of the projection
 * @param written nodes and relationships that were created, changed or removed to get there
 */
public record Publication(
        String version, Instant assessedAt, boolean complete, long nodes, long relationships, long written) {}
