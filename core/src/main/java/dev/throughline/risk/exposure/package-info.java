/**
 * Who can be reached from the internet, and through what. {@link dev.throughline.risk.exposure.Exposure} judges the assets of
 * one platform by the {@link dev.throughline.risk.exposure.Way}s that lead to them; a package for each platform.
 */
@NullMarked
package dev.throughline.risk.exposure;

import org.jspecify.annotations.NullMarked;
