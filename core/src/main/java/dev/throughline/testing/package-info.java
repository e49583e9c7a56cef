/**
 * The kit for tests of a mapping. A {@link dev.throughline.testing.SmallEstate} writes facts down in a few lines,
 * {@link dev.throughline.testing.ThroughlineExtension} gives each test an engine of its own, and
 * {@link dev.throughline.testing.ThroughlineAssertions} checks the assessment, with failures that tell the evidence.
 *
 * <p>Needs AssertJ, and JUnit Jupiter for the extension, which this library does not bring along. Nothing else of the
 * library depends on this package.
 */
@NullMarked
package dev.throughline.testing;

import org.jspecify.annotations.NullMarked;
