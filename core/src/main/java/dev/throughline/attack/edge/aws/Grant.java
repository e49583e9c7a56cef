package dev.throughline.attack.edge.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * That a request is allowed.
 *
 * @param by the statement that allows it
 * @param conditions what must hold beside; empty if nothing
 */
record Grant(Statement by, List<String> conditions) {
    /** Copies the list. */
    Grant {
        conditions = List.copyOf(conditions);
    }

    /** This and another, of which both are needed. */
    Grant and(Grant other) {
        List<String> all = new ArrayList<>(conditions);
        other.conditions.stream().filter(c -> !all.contains(c)).forEach(all::add);
        return new Grant(by, all);
    }
}
