package dev.throughline.attack;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.FactorIndex;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What an attack edge may look at. Edges are derived one after the other, so it is for one thread. */
public final class AttackSituation {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final FactorIndex factors;
    private final Instant at;
    private final Map<Class<?>, Object> prepared = new HashMap<>();

    /**
     * A situation.
     *
     * @param graph the facts
     * @param mapping which code runs where
     * @param factors what is exposed, sensitive and critical
     * @param at the time that is assessed
     */
    public AttackSituation(RiskGraph graph, Mapping mapping, FactorIndex factors, Instant at) {
        this.graph = graph;
        this.mapping = mapping;
        this.factors = factors;
        this.at = at;
    }

    /**
     * The facts.
     *
     * @return the graph
     */
    public RiskGraph graph() {
        return graph;
    }

    /**
     * Which code runs where.
     *
     * @return the mapping
     */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * What is exposed, sensitive and critical.
     *
     * @return the factors
     */
    public FactorIndex factors() {
        return factors;
    }

    /**
     * The time that is assessed: what ended before does not count.
     *
     * @return the time
     */
    public Instant at() {
        return at;
    }

    /**
     * What several edges need that takes a pass over the facts to prepare: prepared for the first that asks, and kept for the
     * others.
     *
     * @param type its type; there is one of each
     * @param preparation makes it of the facts
     * @param <T> its type
     * @return what was prepared
     */
    public <T> T prepared(Class<T> type, Function<? super RiskGraph, ? extends T> preparation) {
        return type.cast(prepared.computeIfAbsent(type, absent -> preparation.apply(graph)));
    }
}
