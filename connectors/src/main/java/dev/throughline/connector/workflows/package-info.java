/**
 * Reads definitions of pipelines from a checkout of a repository. Start at {@link
 * dev.throughline.connector.workflows.WorkflowsConnector}.
 */
@NullMarked
package dev.throughline.connector.workflows;

import org.jspecify.annotations.NullMarked;
