/**
 * The catalogue of known exploited vulnerabilities. Start at {@link dev.throughline.connector.kev.KevConnector}.
 */
@NullMarked
package dev.throughline.connector.kev;

import org.jspecify.annotations.NullMarked;
