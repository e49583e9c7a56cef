/** Reports of the scanner gitleaks. Start at {@link dev.throughline.connector.gitleaks.GitleaksConnector}. */
@NullMarked
package dev.throughline.connector.gitleaks;

import org.jspecify.annotations.NullMarked;
