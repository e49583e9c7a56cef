package dev.throughline.risk;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.RiskGraph;
import java.time.Instant;

/**
 * What a risk factor may look at.
 *
 * @param graph the facts
 * @param mapping which code runs where
 * @param movement where an attacker can go on to; empty for factors that are judged before attack edges are derived
 * @param at the time of the assessment; what people said until an earlier time counts no more
 */
public record Situation(RiskGraph graph, Mapping mapping, Movement movement, Instant at) {}
