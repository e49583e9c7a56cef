package dev.throughline.explore;

import dev.throughline.explore.Condition.AllOf;
import dev.throughline.explore.Condition.AnyOf;
import dev.throughline.explore.Condition.Not;
import dev.throughline.explore.Condition.Unknown;
import java.util.Collection;
import java.util.stream.Stream;

/** Walks the parts of conditions that speak of the same asset. */
final class ConditionWalk {
    private ConditionWalk() {}

    /** Every factor, finding, attribute and connection. */
    static Stream<Condition> parts(Collection<Condition> conditions) {
        return conditions.stream().flatMap(ConditionWalk::parts);
    }

    static Stream<Condition> parts(Condition condition) {
        if (condition instanceof Not not) {
            return parts(not.condition());
        }
        if (condition instanceof Unknown unknown) {
            return parts(unknown.condition());
        }
        if (condition instanceof AnyOf any) {
            return parts(any.conditions());
        }
        return condition instanceof AllOf all ? parts(all.conditions()) : Stream.of(condition);
    }
}
