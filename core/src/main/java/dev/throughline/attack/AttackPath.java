package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.risk.Level;
import java.util.List;
import java.util.Locale;

/**
 * The most likely way from an entry to a target.
 *
 * @param key stable key, made of the steps
 * @param title what it is about, in one sentence
 * @param level how urgent it is
 * @param probability product of the probabilities of its steps
 * @param entry where it starts
 * @param target where it ends
 * @param steps its steps, in order; at least one
 * @param alike how many more paths have this shape; 0 unless paths were grouped
 * @param breaks what takes the path away, each of these alone; what breaks most of the best paths first
 * @param hardens what only makes it less likely; what does so for most of the best paths first
 */
public record AttackPath(
        String key,
        String title,
        Level level,
        double probability,
        AssetKey entry,
        AssetKey target,
        List<AttackStep> steps,
        int alike,
        List<String> breaks,
        List<String> hardens) {
    /** Copies the lists. */
    public AttackPath {
        steps = List.copyOf(steps);
        breaks = List.copyOf(breaks);
        hardens = List.copyOf(hardens);
    }

    /**
     * Whether the path leads through an asset.
     *
     * @param asset key of an asset
     * @return whether it is its entry, its target or on the way
     */
    public boolean leadsThrough(AssetKey asset) {
        return entry.equals(asset) || steps.stream().anyMatch(step -> step.to().equals(asset));
    }

    AttackPath withRemedies(List<String> breaking, List<String> hardening) {
        return new AttackPath(key, title, level, probability, entry, target, steps, alike, breaking, hardening);
    }

    AttackPath andAlike(int more) {
        return new AttackPath(key, title, level, probability, entry, target, steps, more, breaks, hardens);
    }

    /** {@return level, probability and title, then the assets on the way} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s %.0f%% %s: %s", level.text(), probability * 100, title, entry));
        steps.forEach(step -> text.append(" -> ").append(step.to()));
        return alike == 0 ? text.toString() : text + " … and " + alike + " more like it";
    }
}
