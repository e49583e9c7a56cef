package dev.throughline.finding;

import dev.throughline.model.AssetKey;
import dev.throughline.risk.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset that has weaknesses, with all that its findings have in common.
 *
 * @param asset its key
 * @param repository the repository where it is mended; null if unknown
 * @param surroundings what counts in the score
 * @param factors the factors that hold, each with the asset that gave it
 * @param runners what runs it, ordered
 * @param paths keys of the attack paths that lead through what runs it, most urgent first
 */
record Place(
        AssetKey asset,
        @Nullable AssetKey repository,
        Surroundings surroundings,
        List<Verdict> factors,
        List<AssetKey> runners,
        List<String> paths) {
    Place {
        factors = List.copyOf(factors);
        runners = List.copyOf(runners);
        paths = List.copyOf(paths);
    }
}
