package dev.throughline.explore;

import dev.throughline.explore.Condition.AllOf;
import dev.throughline.explore.Condition.AnyOf;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Condition.HasFactor;
import dev.throughline.explore.Condition.HasFinding;
import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.explore.Condition.Not;
import dev.throughline.explore.Condition.Unknown;

/**
 * Takes a condition apart; one method for each form it may have.
 *
 * @param <R> what comes of it
 */
public interface ConditionVisitor<R> {
    /**
     * Looks at a factor.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(HasFactor condition);

    /**
     * Looks at findings.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(HasFinding condition);

    /**
     * Looks at an attribute.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(HasProperty condition);

    /**
     * Looks at a connection.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(Connected condition);

    /**
     * Looks at a negation.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(Not condition);

    /**
     * Looks at alternatives.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(AnyOf condition);

    /**
     * Looks at conditions that belong together.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(AllOf condition);

    /**
     * Looks at what is asked to be unknown.
     *
     * @param condition the condition
     * @return what comes of it
     */
    R visit(Unknown condition);
}
