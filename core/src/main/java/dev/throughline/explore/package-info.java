/**
 * Questions about the estate, as a security analyst puts them: which assets, with which insights, connected to which
 * others. {@link dev.throughline.explore.Sentence} is the question, a tree that is built by
 * {@link dev.throughline.explore.Condition}s and {@link dev.throughline.explore.Connection}s, and reads as a sentence;
 * {@link dev.throughline.explore.Explorer} answers it in memory, a {@link dev.throughline.explore.Page} at a time; a
 * store that holds the published graph answers the same sentence by a query of its own.
 * {@link dev.throughline.explore.Templates} has sentences that are asked everywhere.
 *
 * <p>A condition holds, does not hold, or cannot be told; {@link dev.throughline.explore.Certainty} says how that is kept
 * apart, so that what nobody knows never passes for a "no".
 */
@NullMarked
package dev.throughline.explore;

import org.jspecify.annotations.NullMarked;
