package dev.throughline.explore;

import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Optional;

/**
 * A page of the answer to a sentence.
 *
 * @param columns names of the columns
 * @param rows the rows, ordered by the key in the first column, then by those in the others; no row comes twice
 * @param next the next page; empty if this is the last
 */
public record Answer(List<String> columns, List<List<AssetKey>> rows, Optional<Page> next) {
    /** Copies the lists. */
    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Makes a page of the rows that were found.
     *
     * @param sentence the sentence
     * @param page the page
     * @param found its rows and, if there are more, at least the next one
     * @return the answer
     */
    public static Answer of(Sentence sentence, Page page, List<List<AssetKey>> found) {
        if (found.size() <= page.limit()) {
            return new Answer(sentence.columns(), found, Optional.empty());
        }
        List<List<AssetKey>> rows = found.subList(0, page.limit());
        return new Answer(sentence.columns(), rows, Optional.of(new Page(page.limit(), rows.get(rows.size() - 1))));
    }
}
