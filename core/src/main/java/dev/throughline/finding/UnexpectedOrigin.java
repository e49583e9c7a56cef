package dev.throughline.finding;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A reason to ask where something that runs comes from.
 *
 * @param reason name of the reason; empty for contradicting evidence, the first there was
 * @param place what the finding is kept by: the same trouble at the same place is the same finding
 * @param asset the asset that has it
 * @param repository the repository where it is to be mended; null if unknown
 * @param severity how much it matters in itself
 * @param title what was observed, and what it may mean, in one sentence
 */
record UnexpectedOrigin(
        String reason,
        AssetKey place,
        AssetKey asset,
        @Nullable AssetKey repository,
        Severity severity,
        String title) {
    /** The key of its finding. */
    AssetKey key() {
        String rule = "throughline/unexpected-origin" + (reason.isEmpty() ? "" : "/" + reason);
        return Keys.derived(AssetKey.of(AssetKind.RULE, rule), place);
    }
}
