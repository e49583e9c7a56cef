package dev.throughline.graph;

import dev.throughline.store.Projection;
import dev.throughline.store.Publication;

/**
 * What is shown since a publish.
 *
 * @param projection what was published
 * @param publication what the state says of it
 * @param publisher who published it; as long as nobody else claims the graph, it is still what is shown
 */
record Shown(Projection projection, Publication publication, String publisher) {}
