/**
 * Facts of any source as JSON lines, in and out. Start at {@link dev.throughline.connector.facts.FactsConnector}, which
 * reads them, and {@link dev.throughline.connector.facts.FactsExport}, which writes what a store holds.
 */
@NullMarked
package dev.throughline.connector.facts;

import org.jspecify.annotations.NullMarked;
