/** Measures what the engine does against what one would do without it, as ratios within one run. */
@NullMarked
package dev.throughline.samples.benchmark;

import org.jspecify.annotations.NullMarked;
