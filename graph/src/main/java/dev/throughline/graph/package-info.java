/**
 * The risk graph kept in Neo4j. {@link dev.throughline.graph.EmbeddedNeo4j} brings a server of its own and needs nothing
 * but a directory; {@link dev.throughline.graph.Neo4jRiskStore} connects to a server somewhere else, with
 * {@link dev.throughline.graph.Neo4jSettings}. Both speak Bolt, so that what was tested with one holds for the other.
 *
 * <h2>What is in the database</h2>
 *
 * <p>The record: {@code (:Scope)} knows the number of its newest {@code (:Run)}, a run names the {@code (:FactChunk)}s of
 * each partition. Chunks and runs never change. They are opaque to Cypher. {@code (:ThroughlineRecord)} is what commits
 * and the collection of garbage wait for each other at.
 *
 * <p>The projection, for people: assets, what was derived from them, and the relationships between them, all with the
 * labels, types and properties of the ontology and without a filter to remember. {@code (:Throughline)} says which
 * assessment it shows and whether it does so wholly ({@code state: 'PUBLISHED'}) or is being written
 * ({@code 'PUBLISHING'}). Every published node carries the label {@code ThroughlineNode} and the properties
 * {@code tenant} and {@code fingerprint}; an asset is found by its {@code key}, which is indexed, and whatever was derived
 * by its {@code nodeId}. A published relationship with properties carries a {@code fingerprint} too, and a {@code
 * discriminator}, a number, where there may be several of one type between the same ends; one without properties has none
 * at all.
 *
 * <h2>What others may add to it</h2>
 *
 * <p>Nodes with labels of your own, relationships between those and published nodes, relationships of types of your own,
 * further labels and properties on what is published: a publish leaves them as they are. They go only with the published
 * node or relationship they hang on. Not yours are properties with a name of the ontology, and relationships of one of its
 * types between two published nodes. Facts that the analysis is to see belong into a source.
 *
 * <p>Everything in the database belongs to a tenant, and every statement names it. Statements are constant texts; labels
 * and relationship types come from a fixed list, everything else is a parameter.
 *
 * <h2>Another graph as a source</h2>
 *
 * <p>{@link dev.throughline.graph.CartographyConnector} reads the graph of Cartography. It is here and not with the other
 * connectors, for it needs the driver and all that this package knows of connecting, waiting and retrying.
 */
@NullMarked
package dev.throughline.graph;

import org.jspecify.annotations.NullMarked;
