/**
 * The attack edges that come with Throughline: a package for each family, a file for each edge.
 * {@link dev.throughline.attack.edge.AttackEdges} lists them.
 */
@NullMarked
package dev.throughline.attack.edge;

import org.jspecify.annotations.NullMarked;
