/**
 * The search engine under the attack paths: directed graphs of numbered nodes in primitive arrays, and searches on them. It
 * knows nothing of assets. {@link dev.throughline.attack.AttackGraph} numbers assets and packs their steps; whoever has
 * numbers already uses this package by itself.
 *
 * <p>Everything here is immutable once made and safe to share between threads.
 */
@NullMarked
package dev.throughline.attack.search;

import org.jspecify.annotations.NullMarked;
