package dev.throughline.explore;

import dev.throughline.explore.Columns.Column;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Joins the columns of an answer, one row after the other, in order. Each column is first narrowed to what fulfils its
 * part of the sentence, so whatever is chosen for one column can be completed to a row. For one thread.
 */
final class Rows {
    private final AssessedGraph graph;
    private final Page page;
    private final List<Column> columns;
    private final List<BitSet> selected = new ArrayList<>();
    private final List<Reach> reach = new ArrayList<>();
    private final int[] row;
    private final List<List<AssetKey>> rows = new ArrayList<>();

    private Rows(AssessedGraph graph, Sentence sentence, Page page) {
        this.graph = graph;
        this.page = page;
        this.columns = Columns.of(sentence);
        this.row = new int[columns.size()];
        for (Column column : columns) {
            BitSet among = graph.all();
            if (column.parent() >= 0) {
                Reach along = Reach.along(graph, link(column));
                reach.add(along);
                among = along.from(selected.get(column.parent()));
            }
            selected.add(Selection.of(graph, column.sentence(), among, Certainty.SURE));
        }
    }

    private static Connected link(Column column) {
        return Objects.requireNonNull(column.link());
    }

    /** The rows of a page, and one more if there is one. */
    static List<List<AssetKey>> of(AssessedGraph graph, Sentence sentence, Page page) {
        Rows rows = new Rows(graph, sentence, page);
        rows.choose(0, rows.selected.get(0).stream().toArray(), !page.after().isEmpty());
        return rows.rows;
    }

    /** Chooses for a column, then for those after it; nothing that comes before the row before the page. */
    private void choose(int column, int[] choices, boolean isLikeTheRowBefore) {
        AssetKey least = isLikeTheRowBefore ? page.after().get(column) : null;
        for (int choice : choices) {
            int order = least == null ? 1 : graph.graph().key(choice).compareTo(least);
            if (order < 0) {
                continue;
            }
            row[column] = choice;
            if (column + 1 < row.length) {
                choose(column + 1, choices(column + 1), order == 0);
            } else if (order > 0) {
                addRow();
            }
            if (rows.size() > page.limit()) {
                return;
            }
        }
    }

    private int[] choices(int column) {
        BitSet fitting = selected.get(column);
        int parent = row[columns.get(column).parent()];
        return IntStream.of(reach.get(column - 1).from(parent))
                .filter(fitting::get)
                .toArray();
    }

    private void addRow() {
        List<AssetKey> keys = new ArrayList<>(row.length);
        for (int asset : row) {
            keys.add(graph.graph().key(asset));
        }
        rows.add(List.copyOf(keys));
    }
}
