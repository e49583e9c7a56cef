package dev.throughline.finding;

/**
 * One factor of a score.
 *
 * @param name likelihood, reach, impact, or ceiling where context would lift too far
 * @param value its value, 0 to 1; the score is 100 times the product of all
 * @param reason why it has this value, in one sentence
 */
public record Term(String name, double value, String reason) {}
