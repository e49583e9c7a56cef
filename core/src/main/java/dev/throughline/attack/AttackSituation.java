package dev.throughline.attack;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.FactorIndex;

/**
 * What an attack edge may look at.
 *
 * @param graph the facts
 * @param mapping which code runs where
 * @param factors what is exposed, sensitive and critical
 */
public record AttackSituation(RiskGraph graph, Mapping mapping, FactorIndex factors) {}
