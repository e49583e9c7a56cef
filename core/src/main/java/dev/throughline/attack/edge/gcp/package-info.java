/** Steps between principals, roles and resources of Google Cloud. {@link dev.throughline.attack.edge.gcp.GcpEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge.gcp;

import org.jspecify.annotations.NullMarked;
