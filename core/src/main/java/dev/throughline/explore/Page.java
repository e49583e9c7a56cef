package dev.throughline.explore;

import dev.throughline.model.AssetKey;
import java.util.List;

/**
 * A part of an answer. Pages are counted by the rows themselves, so a row that comes or goes between two pages shifts no
 * other.
 *
 * @param limit the most rows, at least 1
 * @param after the row before the first; empty for the first page
 */
public record Page(int limit, List<AssetKey> after) {
    /**
     * Checks the limit and copies the row.
     *
     * @throws IllegalArgumentException if there may be no rows
     */
    public Page {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one row, not " + limit);
        }
        after = List.copyOf(after);
    }

    /**
     * The first page.
     *
     * @param limit the most rows, at least 1
     * @return the page
     */
    public static Page first(int limit) {
        return new Page(limit, List.of());
    }

    /**
     * Checks that this is a page of the answer to a sentence.
     *
     * @param sentence the sentence
     * @return this page
     * @throws IllegalArgumentException if the row before it has not a key for each column
     */
    public Page of(Sentence sentence) {
        int columns = sentence.columns().size();
        if (!after.isEmpty() && after.size() != columns) {
            throw new IllegalArgumentException(
                    "a row has " + columns + " keys, not the " + after.size() + " of the row before the page");
        }
        return this;
    }
}
