/** Steps through repositories, pipelines and the images they build. {@link dev.throughline.attack.edge.pipeline.PipelineEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge.pipeline;

import org.jspecify.annotations.NullMarked;
