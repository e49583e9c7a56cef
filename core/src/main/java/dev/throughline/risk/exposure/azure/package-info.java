/** Exposure of what runs in Azure. {@link dev.throughline.risk.exposure.azure.AzureExposure} is the way in. */
@NullMarked
package dev.throughline.risk.exposure.azure;

import org.jspecify.annotations.NullMarked;
