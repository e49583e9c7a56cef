/**
 * Risk factors: properties of an asset that raise risk, each with a three-valued
 * {@link dev.throughline.risk.Verdict} and its proof. A {@link dev.throughline.risk.RiskFactor} judges one factor;
 * {@link dev.throughline.risk.FactorIndex} answers what holds for an asset, and what flows back to an image, repository or
 * finding from the workloads that run it.
 */
@NullMarked
package dev.throughline.risk;

import org.jspecify.annotations.NullMarked;
