/**
 * The front door. {@link dev.throughline.Throughline} ingests what connectors read and assesses it;
 * {@link dev.throughline.Assessment} is the answer.
 */
@NullMarked
package dev.throughline;

import org.jspecify.annotations.NullMarked;
