package dev.throughline.attack;

import dev.throughline.model.CloudRole;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;

/** Who may activate a role, which lasts until a time or for good. */
public final class Eligibility {
    private Eligibility() {}

    /**
     * Whether it still counts at a time. An end that is no time is not known to be over.
     *
     * @param eligible a relation {@link RelationType#ELIGIBLE_FOR}
     * @param at the time
     * @return whether no end of it is known, or a later one
     */
    public static boolean counts(Relation eligible, Instant at) {
        String until = eligible.properties().get("until");
        try {
            return until == null || Instant.parse(until).isAfter(at);
        } catch (DateTimeException e) {
            return true;
        }
    }

    /**
     * What no longer counts at a time.
     *
     * @param graph the facts
     * @param at the time
     * @return the relations that ended
     */
    public static Stream<Relation> ended(RiskGraph graph, Instant at) {
        return graph.assets(CloudRole.class)
                .flatMap(role -> graph.incoming(role.key(), RelationType.ELIGIBLE_FOR).stream())
                .filter(eligible -> !counts(eligible, at));
    }
}
