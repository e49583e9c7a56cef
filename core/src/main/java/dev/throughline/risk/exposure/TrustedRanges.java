package dev.throughline.risk.exposure;

import dev.throughline.model.ClassificationRule;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.exposure.Way.Width;
import java.util.List;
import java.util.Objects;

/** The ranges that a person said are the tenant's own, such as an office or a proxy. Immutable. */
public final class TrustedRanges {
    private final List<String> ranges;

    private TrustedRanges(List<String> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads them off the classification rules.
     *
     * @param graph the facts
     * @return the ranges; none if nobody named any
     */
    public static TrustedRanges of(RiskGraph graph) {
        return new TrustedRanges(graph.assets(ClassificationRule.class)
                .filter(rule -> "trusted".equals(rule.effect()))
                .flatMap(rule -> Objects.requireNonNullElse(rule.ranges(), List.<String>of()).stream())
                .toList());
    }

    /**
     * How wide a way is that admits some sources only. Private ranges among them do not count: nobody comes from there over
     * the internet.
     *
     * @param sources addresses and ranges in CIDR notation, of which one at least holds public addresses; none for any
     * @return wide if one stands for every address, trusted if all public ones lie within trusted ranges, else narrow
     */
    public Width width(List<String> sources) {
        if (sources.isEmpty() || sources.stream().anyMatch(Addresses::isEverywhere)) {
            return Width.WIDE;
        }
        boolean trusted = sources.stream()
                .filter(source -> Addresses.holdPublic(List.of(source)))
                .allMatch(source -> ranges.stream().anyMatch(range -> Addresses.isWithin(source, range)));
        return trusted ? Width.TRUSTED : Width.NARROW;
    }
}
