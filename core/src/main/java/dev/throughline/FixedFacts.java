package dev.throughline;

import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which facts some fixes change, besides taking attack steps away. */
final class FixedFacts {
    private final Assessment assessment;
    private final List<Fix> changes = new ArrayList<>();

    private FixedFacts(Assessment assessment) {
        this.assessment = assessment;
    }

    /**
     * What fixes change.
     *
     * @throws IllegalArgumentException if one changes what is not there
     */
    static FixedFacts of(Assessment assessment, List<Fix> fixes) {
        FixedFacts facts = new FixedFacts(assessment);
        fixes.forEach(facts::add);
        return facts;
    }

    private void add(Fix fix) {
        if (fix instanceof Fix.Isolate isolate && assessment.graph().number(isolate.asset()) < 0) {
            throw Assessment.unknown(isolate.asset());
        }
        if (fix instanceof Fix.Deny deny
                && !assessment.factors().of(deny.asset(), deny.factor()).isYes()) {
            throw new IllegalArgumentException(deny.factor() + " does not hold for " + deny.asset());
        }
        if (fix instanceof Fix.Patch patch
                && assessment.allFindings().stream().noneMatch(finding -> isOf(finding, patch))) {
            throw new IllegalArgumentException("no finding is of " + patch.vulnerability() + " at " + patch.asset());
        }
        if (fix instanceof Fix.Apply apply) {
            meant(apply);
        } else {
            changes.add(fix);
        }
    }

    /** A remedy of a path that is worded as a fix of facts is that fix. */
    private void meant(Fix.Apply apply) {
        for (AttackStep step : assessment.attackGraph().steps()) {
            if (step.breaks().contains(apply.remedy())) {
                denials(step)
                        .filter(deny -> deny.remedy().equals(apply.remedy()))
                        .forEach(changes::add);
                patches(step)
                        .filter(patch -> (apply.remedy() + ":").startsWith(patch.remedy() + ":"))
                        .forEach(changes::add);
            }
        }
    }

    private static Stream<Fix.Deny> denials(AttackStep step) {
        Stream<Fix.Deny> offline = Stream.of(new Fix.Deny(step.to(), Factor.INTERNET_EXPOSED));
        return step.to().mayBe(AssetKind.DATA_STORE)
                ? Stream.concat(offline, Stream.of(new Fix.Deny(step.to(), Factor.PUBLIC_ACCESS)))
                : offline;
    }

    private static Stream<Fix.Patch> patches(AttackStep step) {
        return step.evidence().assets().stream()
                .filter(vulnerability -> vulnerability.mayBe(AssetKind.VULNERABILITY))
                .flatMap(vulnerability ->
                        step.evidence().assets().stream().map(place -> new Fix.Patch(place, vulnerability)));
    }

    /** The verdicts that are others then. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (Fix change : changes) {
            if (change instanceof Fix.Deny deny) {
                verdicts.add(Verdict.no(
                        deny.asset(), deny.factor(), Evidence.of("it would be set up otherwise", deny.asset())));
            }
        }
        return verdicts;
    }

    /** Whether a finding is there no more. */
    boolean mends(Finding finding) {
        return changes.stream()
                .anyMatch(change -> change instanceof Fix.Mend mend
                        ? mend.finding().equals(finding.key())
                        : change instanceof Fix.Patch patch && isOf(finding, patch));
    }

    private static boolean isOf(Finding finding, Fix.Patch patch) {
        return finding.asset().equals(patch.asset()) && patch.vulnerability().equals(finding.vulnerability());
    }
}
