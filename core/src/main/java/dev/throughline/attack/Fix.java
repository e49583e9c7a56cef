package dev.throughline.attack;

import dev.throughline.model.AssetKey;

/** Something that could be done against attacks, to ask what would be different then. It takes attack steps away. */
public sealed interface Fix {
    /**
     * An asset is removed, or nothing gets to it or from it any more.
     *
     * @param asset key of the asset
     */
    record Isolate(AssetKey asset) implements Fix {}

    /**
     * No step of a kind leads to an asset or from it any more.
     *
     * @param asset key of the asset
     * @param edge name of the {@link AttackEdge}
     */
    record StopEdge(AssetKey asset, String edge) implements Fix {}

    /**
     * One step is not possible any more.
     *
     * @param from where it starts
     * @param edge name of the {@link AttackEdge}
     * @param to where it ends
     */
    record StopStep(AssetKey from, String edge, AssetKey to) implements Fix {}

    /**
     * A finding is mended. The steps go whose evidence rests on it alone: where more findings hold a step open, it stays.
     *
     * @param finding key of the finding
     */
    record Mend(AssetKey finding) implements Fix {}

    /**
     * What a path says would {@linkplain AttackPath#breaks() break} it is done. Every step goes that says so too.
     *
     * @param remedy the words of the path
     */
    record Apply(String remedy) implements Fix {}
}
