/**
 * Definitions of pipelines: GitHub workflows, Azure Pipelines and GitLab CI. Start at {@link
 * dev.throughline.connector.support.definition.PipelineDefinition}.
 */
@NullMarked
package dev.throughline.connector.support.definition;

import org.jspecify.annotations.NullMarked;
