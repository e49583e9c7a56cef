/** Steps from a credential to what it opens. {@link dev.throughline.attack.edge.credential.CredentialEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge.credential;

import org.jspecify.annotations.NullMarked;
