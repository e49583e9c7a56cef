/** VEX documents: OpenVEX, CSAF, CycloneDX. Start at {@link dev.throughline.connector.vex.VexConnector}. */
@NullMarked
package dev.throughline.connector.vex;

import org.jspecify.annotations.NullMarked;
