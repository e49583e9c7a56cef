/**
 * Reads results of static analysis tools as SARIF 2.1.0. Start at
 * {@link dev.throughline.connector.sarif.SarifConnector}.
 */
@NullMarked
package dev.throughline.connector.sarif;

import org.jspecify.annotations.NullMarked;
