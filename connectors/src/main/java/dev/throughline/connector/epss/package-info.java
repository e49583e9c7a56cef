/** Probabilities of exploitation. Start at {@link dev.throughline.connector.epss.EpssConnector}. */
@NullMarked
package dev.throughline.connector.epss;

import org.jspecify.annotations.NullMarked;
