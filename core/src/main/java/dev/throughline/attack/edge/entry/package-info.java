/** Steps from outside: exploited services, leaked credentials. {@link dev.throughline.attack.edge.entry.EntryEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge.entry;

import org.jspecify.annotations.NullMarked;
