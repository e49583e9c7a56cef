/** The attack edges that come with Throughline, one file each; {@link dev.throughline.attack.edge.AttackEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge;

import org.jspecify.annotations.NullMarked;
