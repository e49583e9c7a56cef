/** Graphs in BloodHound's OpenGraph format. Start at {@link dev.throughline.connector.opengraph.OpenGraphConnector}. */
@NullMarked
package dev.throughline.connector.opengraph;

import org.jspecify.annotations.NullMarked;
