package dev.throughline.explore;

import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Condition.HasFinding;
import dev.throughline.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of an answer. */
final class Columns {
    private Columns() {}

    /**
     * A column.
     *
     * @param name its name
     * @param sentence what stands in it
     * @param parent index of the column it is connected to; -1 for the first
     * @param link how it is; null for the first
     */
    record Column(
            String name,
            Sentence sentence,
            int parent,
            @Nullable Connected link) {}

    /** In the order of the words; a column comes after the one it is connected to. */
    static List<Column> of(Sentence sentence) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Objects.requireNonNullElse(sentence.name(), Sentence.FIRST_COLUMN), sentence, -1, null));
        addConnected(sentence, 0, columns);
        return columns;
    }

    private static void addConnected(Sentence sentence, int parent, List<Column> columns) {
        for (Condition condition : sentence.conditions()) {
            if (condition instanceof Connected link && link.other().name() != null) {
                columns.add(new Column(link.other().name(), link.other(), parent, link));
                addConnected(link.other(), columns.size() - 1, columns);
            }
        }
    }

    static void check(List<Condition> conditions, @Nullable String name) {
        Set<String> names = new HashSet<>();
        names.add(Objects.requireNonNullElse(name, Sentence.FIRST_COLUMN));
        for (Condition condition : conditions) {
            if (condition instanceof Connected link) {
                add(link.other(), names);
            } else {
                ConditionWalk.parts(condition).forEach(Columns::refuseNames);
            }
        }
    }

    private static void add(Sentence sentence, Set<String> names) {
        if (sentence.name() == null) {
            refuseNamesIn(sentence);
        } else if (!names.add(sentence.name())) {
            throw new IllegalArgumentException("two columns are named '" + Text.quote(sentence.name()) + "'");
        } else {
            for (Condition condition : sentence.conditions()) {
                if (condition instanceof Connected link) {
                    add(link.other(), names);
                }
            }
        }
    }

    private static void refuseNames(Condition condition) {
        if (condition instanceof Connected link) {
            refuseNamed(link.other());
        } else if (condition instanceof HasFinding has && has.finding().vulnerability() != null) {
            refuseNamed(has.finding().vulnerability());
        }
    }

    private static void refuseNamed(Sentence sentence) {
        if (sentence.name() != null) {
            throw new IllegalArgumentException("'" + Text.quote(sentence.name())
                    + "' is not in every row: it is named within a negation, an alternative, a finding, or something"
                    + " without a name");
        }
        refuseNamesIn(sentence);
    }

    private static void refuseNamesIn(Sentence sentence) {
        ConditionWalk.parts(sentence.conditions()).forEach(Columns::refuseNames);
    }
}
