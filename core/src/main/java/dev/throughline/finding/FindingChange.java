package dev.throughline.finding;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a finding.
 *
 * @param before the finding as it is
 * @param after the finding with its new score; null if it is mended
 */
public record FindingChange(Finding before, @Nullable Finding after) {}
