/** Exposure of what runs in Google Cloud. {@link dev.throughline.risk.exposure.gcp.GcpExposure} is the way in. */
@NullMarked
package dev.throughline.risk.exposure.gcp;

import org.jspecify.annotations.NullMarked;
