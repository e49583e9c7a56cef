/**
 * How an attacker gets from outside to what matters. {@link dev.throughline.attack.AttackEdge} rules derive
 * {@link dev.throughline.attack.AttackStep}s: what the holder of one asset can do next. {@link dev.throughline.attack.AttackGraph}
 * packs them into primitive arrays, {@link dev.throughline.attack.PathFinder} finds the most likely ways through it, and
 * {@link dev.throughline.attack.AttackPaths} is how a program asks for them.
 */
@NullMarked
package dev.throughline.attack;

import org.jspecify.annotations.NullMarked;
