/**
 * What a source says, and how it says it. A {@link dev.throughline.fact.Connector} reads one
 * {@linkplain dev.throughline.model.Scope scope}, partition by partition, hands each asset and relation to a
 * {@link dev.throughline.fact.FactSink}, and says for each partition how complete its reading was. A connector never
 * judges, and never talks to a store.
 */
@NullMarked
package dev.throughline.fact;

import org.jspecify.annotations.NullMarked;
