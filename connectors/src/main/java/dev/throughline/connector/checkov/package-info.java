/** Reports of the scanner Checkov. Start at {@link dev.throughline.connector.checkov.CheckovConnector}. */
@NullMarked
package dev.throughline.connector.checkov;

import org.jspecify.annotations.NullMarked;
