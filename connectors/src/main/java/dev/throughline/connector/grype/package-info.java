/** Reports of the scanner Grype. Start at {@link dev.throughline.connector.grype.GrypeConnector}. */
@NullMarked
package dev.throughline.connector.grype;

import org.jspecify.annotations.NullMarked;
