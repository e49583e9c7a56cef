package dev.throughline.explore;

/**
 * A sentence that is asked everywhere.
 *
 * @param name its name, such as {@code repositories-with-secrets}
 * @param title what it finds, in a line
 * @param sentence the sentence
 */
public record Template(String name, String title, Sentence sentence) {}
