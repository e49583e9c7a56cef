/** Advisories in the Open Source Vulnerability format. Start at {@link dev.throughline.connector.osv.OsvConnector}. */
@NullMarked
package dev.throughline.connector.osv;

import org.jspecify.annotations.NullMarked;
