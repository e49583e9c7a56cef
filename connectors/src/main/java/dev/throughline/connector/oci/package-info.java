/**
 * Images and their attestations in an OCI image layout on disk. Start at
 * {@link dev.throughline.connector.oci.OciLayoutConnector}.
 */
@NullMarked
package dev.throughline.connector.oci;

import org.jspecify.annotations.NullMarked;
