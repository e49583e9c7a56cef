/**
 * Reads an organization on GitHub. Start at {@link dev.throughline.connector.github.GitHubConnector}.
 */
@NullMarked
package dev.throughline.connector.github;

import org.jspecify.annotations.NullMarked;
