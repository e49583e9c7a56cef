/** Steps between identities, roles and resources of Azure and Entra. {@link dev.throughline.attack.edge.azure.AzureEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge.azure;

import org.jspecify.annotations.NullMarked;
