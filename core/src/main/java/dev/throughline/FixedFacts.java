package dev.throughline;

import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Hardening;
import dev.throughline.risk.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which facts some fixes change, besides taking attack steps away. */
final class FixedFacts {
    private final Assessment assessment;
    private final List<Fix> meant = new ArrayList<>();
    private final Set<AssetKey> mended = new HashSet<>();

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
        fix.subject().filter(subject -> assessment.graph().number(subject) < 0).ifPresent(subject -> {
            throw Assessment.unknown(subject);
        });
        fix.verdict().ifPresent(verdict -> {
            if (!assessment.factors().of(verdict.asset(), verdict.factor()).isYes()) {
                throw new IllegalArgumentException(verdict.factor() + " does not hold for " + verdict.asset());
            }
        });
        List<Fix> all = fix.meant(assessment.attackGraph().steps());
        List<Finding> findings = assessment.allFindings().stream()
                .filter(finding -> all.stream().anyMatch(one -> mends(one, finding)))
                .toList();
        if (findings.isEmpty() && fix.namesFindings()) {
            throw new IllegalArgumentException("the graph holds no finding for " + fix);
        }
        findings.forEach(finding -> {
            mended.add(finding.key());
            mended.addAll(finding.reports());
        });
        meant.addAll(all);
    }

    private static boolean mends(Fix fix, Finding finding) {
        return fix.mends(finding.key(), finding.asset(), finding.vulnerability(), finding.title());
    }

    /** The keys of the findings that are there no more, and of what reported them. */
    Set<AssetKey> mended() {
        return mended;
    }

    /** Whether a finding is there no more. */
    boolean mends(Finding finding) {
        return mended.contains(finding.key());
    }

    /** The verdicts that are others then. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        Set<String> remedies = new HashSet<>();
        meant.forEach(fix -> {
            fix.verdict().ifPresent(verdicts::add);
            remedies.addAll(fix.remedies());
        });
        for (AssetKey workload : workloadsNaming(remedies)) {
            Verdict verdict = assessment.factors().of(workload, Factor.PRIVILEGED_WORKLOAD);
            List<String> needed = Hardening.of(verdict);
            if (verdict.isYes() && !needed.isEmpty() && remedies.containsAll(needed)) {
                verdicts.add(
                        Verdict.no(workload, verdict.factor(), Evidence.of("it would be set up otherwise", workload)));
            }
        }
        return verdicts;
    }

    private Set<AssetKey> workloadsNaming(Set<String> remedies) {
        Set<AssetKey> workloads = new TreeSet<>();
        if (!remedies.isEmpty()) {
            for (AttackStep step : assessment.attackGraph().steps()) {
                if (step.breaks().stream().anyMatch(remedies::contains)
                        || step.hardens().stream().anyMatch(remedies::contains)) {
                    workloads.add(step.from());
                }
            }
        }
        return workloads;
    }
}
