package dev.throughline.attack;

/**
 * What somebody can do against attacks, and what it would achieve by itself.
 *
 * @param text what to do, as {@link AttackStep#breaks()} says it; it takes away every step that names it
 * @param pairs how many pairs of an entry and a target it would separate
 * @param share share of all pairs that are connected, 0 to 1
 */
public record Remedy(String text, int pairs, double share) {}
