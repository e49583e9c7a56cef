/**
 * The model: what an estate is made of. Read in this order: {@link dev.throughline.model.AssetKey} names a thing,
 * {@link dev.throughline.model.Asset} describes it, {@link dev.throughline.model.Relation} joins two of them,
 * {@link dev.throughline.model.Provenance} tells who said so, and {@link dev.throughline.model.RiskGraph} is what all of
 * it adds up to. {@link dev.throughline.model.AssetKind} and {@link dev.throughline.model.RelationType} are the lists of
 * all there is.
 *
 * <p>Everything here is an immutable value and safe to share between threads, but for the builder. Nothing here knows a
 * database, a network, a file or a clock.
 */
@NullMarked
package dev.throughline.model;

import org.jspecify.annotations.NullMarked;
