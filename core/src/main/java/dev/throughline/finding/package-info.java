/**
 * Findings: weaknesses at a place, ranked and explained. {@link dev.throughline.finding.FindingReporter} joins what scanners
 * reported with what runs, is exposed and can be reached; {@link dev.throughline.finding.Score} shows each term of the rank;
 * {@link dev.throughline.finding.Findings} is how a program asks for them.
 */
@NullMarked
package dev.throughline.finding;

import org.jspecify.annotations.NullMarked;
