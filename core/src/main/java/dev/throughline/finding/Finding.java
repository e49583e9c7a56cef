package dev.throughline.finding;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.VexStatement;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import dev.throughline.risk.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A weakness at a place, in its context.
 *
 * @param key stable key; survives line moves and new scans
 * @param title one line
 * @param type what kind of weakness
 * @param severity severity as reported, before any context; null if unknown
 * @param score how urgent it is, and why
 * @param asset the asset that has the weakness
 * @param repository the repository where it is to be mended; null if unknown
 * @param location where in the asset, as {@code path:line}; null if unknown
 * @param vulnerability key of the vulnerability, where it is a case of one
 * @param factors the factors that hold, each with the asset that gave it; of each factor the first hundred of the place
 * @param workloads the workloads and cloud services that run it, ordered
 * @param paths keys of the attack paths that lead through it, most urgent first
 * @param state whether it is still there
 * @param sourceState what the reporting system says of it, kept beside ours; null if unknown
 * @param reports keys of the weaknesses, of one or more tools, that are this finding; empty if no source reported it
 * @param statements what others say of its vulnerability in this place, newest first; claims, which change neither state nor
 *     score
 */
public record Finding(
        AssetKey key,
        String title,
        WeaknessType type,
        @Nullable Severity severity,
        Score score,
        AssetKey asset,
        @Nullable AssetKey repository,
        @Nullable String location,
        @Nullable AssetKey vulnerability,
        List<Verdict> factors,
        List<AssetKey> workloads,
        List<String> paths,
        State state,
        @Nullable SourceState sourceState,
        List<AssetKey> reports,
        List<VexStatement> statements) {
    /** Copies the lists. */
    public Finding {
        factors = List.copyOf(factors);
        workloads = List.copyOf(workloads);
        paths = List.copyOf(paths);
        reports = List.copyOf(reports);
        statements = List.copyOf(statements);
    }

    /** Whether a weakness is still there. That somebody dismissed an alert does not mend it. */
    public enum State {
        /** It is there. */
        OPEN,
        /** The system that reported it looked, and it is gone. */
        FIXED
    }

    /**
     * The level of its score.
     *
     * @return the level
     */
    public Level level() {
        return score.level();
    }

    /**
     * Whether a factor holds for its vulnerability, its place, or anything that runs it.
     *
     * @param factor a factor
     * @return whether it does
     */
    public boolean has(Factor factor) {
        return factors.stream().anyMatch(verdict -> verdict.factor().equals(factor));
    }

    /** {@return level, score, title and place} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.1f %s at %s", level().text(), score.value(), title, asset);
    }
}
