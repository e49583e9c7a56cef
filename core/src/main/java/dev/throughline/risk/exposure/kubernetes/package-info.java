/** Ways from the internet to what runs in a Kubernetes cluster. */
@NullMarked
package dev.throughline.risk.exposure.kubernetes;

import org.jspecify.annotations.NullMarked;
