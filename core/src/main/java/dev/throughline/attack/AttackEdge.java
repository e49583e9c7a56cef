package dev.throughline.attack;

import java.util.List;
import java.util.function.Consumer;

/**
 * A kind of attack step. Its name says who does what to whom: {@code WorkloadTakesServiceAccountToken}. Stateless and safe
 * to share between threads; the same situation gives the same steps. Runs once over the whole graph.
 */
public interface AttackEdge {
    /**
     * The name of this kind of step.
     *
     * @return by default, the simple name of the class
     */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * The techniques an attacker uses.
     *
     * @return MITRE ATT&amp;CK technique ids, such as T1190
     */
    List<String> techniques();

    /**
     * Derives the steps of this kind.
     *
     * @param situation what may be looked at
     * @param steps takes the steps, in any order
     */
    void derive(AttackSituation situation, Consumer<AttackStep> steps);
}
