/** The risk factors that come with Throughline, one file each; {@link dev.throughline.risk.factor.RiskFactors} lists them. */
@NullMarked
package dev.throughline.risk.factor;

import org.jspecify.annotations.NullMarked;
