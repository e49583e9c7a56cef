/**
 * Reads exports of Google Cloud's asset inventory. {@link dev.throughline.connector.gcp.GcpConnector} is the way in; each type
 * of asset has a reader of its own.
 */
@NullMarked
package dev.throughline.connector.gcp;

import org.jspecify.annotations.NullMarked;
