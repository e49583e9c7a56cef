/**
 * Where facts are kept. A {@link dev.throughline.store.RiskStore} holds the <em>record</em>: for every scope the
 * {@linkplain dev.throughline.store.Snapshot snapshot} that is its head, made of content-addressed
 * {@linkplain dev.throughline.store.Chunk chunks}. {@link dev.throughline.store.Ingest} writes it,
 * {@link dev.throughline.store.Assembly} makes the graph of it. A {@link dev.throughline.store.Projection} is the other
 * way: what an assessment publishes for analysts to query.
 *
 * <p>The store is called in two places only, the record and the projection. It knows neither connectors nor rules.
 */
@NullMarked
package dev.throughline.store;

import org.jspecify.annotations.NullMarked;
