/** Reports of the scanner Trivy. Start at {@link dev.throughline.connector.trivy.TrivyConnector}. */
@NullMarked
package dev.throughline.connector.trivy;

import org.jspecify.annotations.NullMarked;
