/**
 * Reads a group on GitLab. Start at {@link dev.throughline.connector.gitlab.GitLabConnector}.
 */
@NullMarked
package dev.throughline.connector.gitlab;

import org.jspecify.annotations.NullMarked;
