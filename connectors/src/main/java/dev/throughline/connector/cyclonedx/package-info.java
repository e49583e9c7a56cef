/**
 * Bills of materials in CycloneDX, JSON and XML. Start at {@link dev.throughline.connector.cyclonedx.CycloneDxConnector}.
 */
@NullMarked
package dev.throughline.connector.cyclonedx;

import org.jspecify.annotations.NullMarked;
