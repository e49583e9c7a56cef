package dev.throughline.attack;

import java.util.List;

/**
 * What a search found.
 *
 * @param paths the paths, most urgent first
 * @param truncated whether it ended before it had looked everywhere
 */
record PathAnswer(List<AttackPath> paths, boolean truncated) {}
