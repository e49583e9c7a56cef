/**
 * From running workloads to the code they came from, and back. {@link dev.throughline.mapping.Linker}s each know one kind
 * of evidence and propose {@link dev.throughline.mapping.Link}s; {@link dev.throughline.mapping.Mapping} ranks what they
 * propose and keeps every candidate; {@link dev.throughline.mapping.CodeToCloudChain} tells the whole way for one asset,
 * with the reason and the remedy for what is missing; {@link dev.throughline.mapping.Coverage} tells how much of the estate
 * has such a way, and {@link dev.throughline.mapping.Owners} who answers for it.
 */
@NullMarked
package dev.throughline.mapping;

import org.jspecify.annotations.NullMarked;
