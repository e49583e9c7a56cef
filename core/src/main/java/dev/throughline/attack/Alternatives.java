package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All things that each make one step possible, and what they have in common. The step is as likely as the most likely of
 * them, and is broken when all of them are; what breaks the most likely one alone makes it less likely.
 *
 * @param evidence what holds for all of them; the evidence of each goes on from there
 * @param breaks what takes all of them away
 * @param hardens what makes all of them less likely
 * @param each at least one, the most likely first
 */
public record Alternatives(Evidence evidence, List<String> breaks, List<String> hardens, List<Alternative> each) {
    private static final Evidence NOTHING = Evidence.of("");

    private static final Comparator<Alternative> MOST_LIKELY_FIRST = Comparator.comparing(
                    Alternative::probability, Comparator.reverseOrder())
            .thenComparing(alternative -> alternative.evidence().statement())
            .thenComparing(alternative -> alternative.evidence().assets().toString())
            .thenComparing(alternative -> alternative.evidence().fields().toString());

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no alternative
     */
    public Alternatives {
        if (each.isEmpty()) {
            throw new IllegalArgumentException("nothing makes the step possible");
        }
        breaks = List.copyOf(breaks);
        hardens = List.copyOf(hardens);
        each = List.copyOf(each);
    }

    /**
     * Alternatives that have nothing in common.
     *
     * @param each at least one, in any order
     * @return the alternatives
     */
    public static Alternatives of(Collection<Alternative> each) {
        return new Alternatives(NOTHING, List.of(), List.of(), sorted(each));
    }

    /**
     * Brings alternatives into their order.
     *
     * @param each the alternatives
     * @return the same, the most likely first
     */
    public static List<Alternative> sorted(Collection<Alternative> each) {
        return each.stream().sorted(MOST_LIKELY_FIRST).toList();
    }

    /**
     * The step that they make possible.
     *
     * @param from what the attacker holds
     * @param edge the edge that derives it
     * @param to what the attacker gets
     * @return the step
     */
    public AttackStep step(AssetKey from, AttackEdge edge, AssetKey to) {
        return step(from, edge.name(), to, edge.techniques());
    }

    AttackStep step(AssetKey from, String edge, AssetKey to, List<String> techniques) {
        Alternative best = each.get(0);
        Evidence why = evidence.equals(NOTHING) ? best.evidence() : evidence.and(best.evidence());
        List<String> breaking = breaking();
        Set<String> hardening = new LinkedHashSet<>(best.breaks());
        hardening.addAll(hardens);
        each.forEach(alternative -> hardening.addAll(alternative.hardens()));
        breaking.forEach(hardening::remove);
        return new AttackStep(
                from,
                edge,
                to,
                techniques,
                best.probability(),
                each.size() == 1 ? why : why.with("alternatives", String.valueOf(each.size())),
                breaking,
                List.copyOf(hardening),
                this);
    }

    /** What takes all of them away: one thing, or else one for each of them. */
    private List<String> breaking() {
        Set<String> common = new LinkedHashSet<>(each.get(0).breaks());
        each.forEach(alternative -> common.retainAll(alternative.breaks()));
        List<String> breaking = new ArrayList<>(breaks);
        breaking.addAll(common);
        if (breaking.isEmpty()) {
            conjunction().map(parts -> String.join(" and ", parts)).ifPresent(breaking::add);
        }
        return breaking;
    }

    /** One remedy for each of them, which are to be carried out together; empty if one of them cannot be broken. */
    private Optional<Set<String>> conjunction() {
        Set<String> parts = new LinkedHashSet<>();
        for (Alternative alternative : each) {
            if (alternative.breaks().isEmpty()) {
                return Optional.empty();
            }
            parts.add(alternative.breaks().get(0));
        }
        return Optional.of(parts);
    }

    /** The remedies that some words stand for, which join one for each alternative. */
    Set<String> parts(String words) {
        return conjunction()
                .filter(parts -> String.join(" and ", parts).equals(words))
                .orElse(Set.of());
    }

    /** What is left when some of them are gone; empty if all are. */
    Optional<Alternatives> without(Predicate<Alternative> gone) {
        List<Alternative> left = each.stream().filter(gone.negate()).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Alternatives(evidence, breaks, hardens, left));
    }
}
