package dev.throughline;

import com.google.common.collect.ImmutableList;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.edge.AttackEdges;
import dev.throughline.mapping.Linker;
import dev.throughline.mapping.link.Linkers;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.factor.RiskFactors;
import java.util.List;

/** The rules an assessment applies: those that come with Throughline, and those an application adds. */
record Rules(
        List<Linker> linkers, List<RiskFactor> ofEstate, List<RiskFactor> ofMovement, List<AttackEdge> attackEdges) {
    static Rules builtIn() {
        return new Rules(Linkers.all(), RiskFactors.ofEstate(), RiskFactors.ofMovement(), AttackEdges.all());
    }

    Rules with(Linker linker) {
        return new Rules(plus(linkers, linker), ofEstate, ofMovement, attackEdges);
    }

    Rules with(RiskFactor factor) {
        return new Rules(linkers, plus(ofEstate, factor), ofMovement, attackEdges);
    }

    Rules with(AttackEdge edge) {
        return new Rules(linkers, ofEstate, ofMovement, plus(attackEdges, edge));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        return ImmutableList.<T>builder().addAll(list).add(element).build();
    }

    /** Names all rules, so that an assessment by other rules has another id. */
    List<String> names() {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        linkers.forEach(rule -> names.add(rule.getClass().getName()));
        ofEstate.forEach(rule -> names.add(rule.getClass().getName()));
        ofMovement.forEach(rule -> names.add(rule.getClass().getName()));
        attackEdges.forEach(rule -> names.add(rule.getClass().getName()));
        return names.build();
    }
}
