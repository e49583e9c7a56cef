package dev.throughline.explore;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import java.util.EnumSet;
import java.util.List;

/**
 * What a {@link Sentence} asks of an asset. Immutable. It holds, does not hold, or cannot be told; a negation of what
 * cannot be told cannot be told either, and an asset is found only if all its conditions hold.
 *
 * <p>That something is <em>not</em> there, such as a connection or a finding, is told only of an asset that some source
 * described, if all sources that describe it were read completely. Whether a source that nobody connected would know of it,
 * no graph can tell.
 */
@CheckReturnValue
public sealed interface Condition {
    /**
     * A risk factor holds: its verdict is "yes". The negation holds where the verdict is "no".
     *
     * @param factor the factor, such as {@link Factor#INTERNET_EXPOSED}
     * @return the condition
     */
    static Condition has(Factor factor) {
        return new HasFactor(factor);
    }

    /**
     * A finding is at the asset.
     *
     * @param finding which findings, see {@link #finding()}
     * @return the condition
     */
    static Condition has(FindingFilter finding) {
        return new HasFinding(finding);
    }

    /**
     * Findings that are still there; to be narrowed.
     *
     * @return all open findings
     */
    static FindingFilter finding() {
        return FindingFilter.OPEN;
    }

    /**
     * An attribute, to be compared with something.
     *
     * @param name name of a component of the asset's record, such as {@code hostNetwork}; {@code key} for the text of its
     *     key
     * @return the attribute
     */
    static Property property(String name) {
        return new Property(name);
    }

    /**
     * A connection by a relation that sources state; to be completed by its direction and end.
     *
     * @param type its type
     * @param more further types, any of which will do
     * @return the connection
     */
    static Connection via(RelationType type, RelationType... more) {
        return Connection.of(EnumSet.of(type, more));
    }

    /**
     * A connection by a relation that the analysis derived; to be completed by its direction and end.
     *
     * @param type its type
     * @param more further types, any of which will do
     * @return the connection
     */
    static Connection via(DerivedRelation type, DerivedRelation... more) {
        return Connection.of(EnumSet.of(type, more));
    }

    /**
     * A condition is known not to hold.
     *
     * @param condition the condition
     * @return its negation
     */
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /**
     * At least one of several conditions holds.
     *
     * @param conditions the conditions
     * @return the condition
     */
    static Condition anyOf(Condition... conditions) {
        return new AnyOf(List.of(conditions));
    }

    /**
     * All of several conditions hold.
     *
     * @param conditions the conditions
     * @return the condition
     */
    static Condition allOf(Condition... conditions) {
        return new AllOf(List.of(conditions));
    }

    /**
     * It cannot be told whether a condition holds. This itself can always be told.
     *
     * @param condition the condition
     * @return the condition
     */
    static Condition unknown(Condition condition) {
        return new Unknown(condition);
    }

    /**
     * Shows what this is.
     *
     * @param <R> what comes of it
     * @param visitor is shown it
     * @return what the visitor answered
     */
    <R> R accept(ConditionVisitor<R> visitor);

    /**
     * A risk factor holds.
     *
     * @param factor the factor
     */
    record HasFactor(Factor factor) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A finding is at the asset.
     *
     * @param finding which findings
     */
    record HasFinding(FindingFilter finding) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * An attribute compares with a value; of a list, any of its elements.
     *
     * @param name name of the attribute, or {@code key}
     * @param comparison how it is compared
     * @param value with what: a String, Boolean, Long, Double, Instant or constant of an enum
     */
    record HasProperty(String name, Property.Comparison comparison, Object value) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The asset is connected to another.
     *
     * @param connection by what
     * @param outgoing whether it leads to the other, or else comes from it
     * @param other the other
     */
    record Connected(Connection connection, boolean outgoing, Sentence other) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A condition does not hold.
     *
     * @param condition the condition
     */
    record Not(Condition condition) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * At least one condition holds.
     *
     * @param conditions the conditions; none holds if there is none
     */
    record AnyOf(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * All conditions hold.
     *
     * @param conditions the conditions; all hold if there is none
     */
    record AllOf(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public AllOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A condition cannot be told.
     *
     * @param condition the condition
     */
    record Unknown(Condition condition) implements Condition {
        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
