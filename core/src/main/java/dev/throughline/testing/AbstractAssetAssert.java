package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Assessment;
import dev.throughline.attack.AttackPath;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Owner;
import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import dev.throughline.risk.Verdict;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what was concluded of one asset.
 *
 * @param <S> the class of assertions itself
 */
public abstract sealed class AbstractAssetAssert<S extends AbstractAssetAssert<S>> extends AbstractAssert<S, AssetKey>
        permits AbstractImageAssert, RepositoryAssert {
    final Assessment assessment;

    AbstractAssetAssert(Assessment assessment, AssetKey actual, Class<S> type) {
        super(actual, type);
        this.assessment = assessment;
    }

    /**
     * Verifies that somebody answers for the code.
     *
     * @param owner name of the owner, as {@link Owner#name()} tells it
     * @return this
     */
    @CanIgnoreReturnValue
    public S hasOwner(String owner) {
        List<Owner> owners = assessment.owners(actual);
        if (owners.stream().noneMatch(o -> o.name().equals(owner))) {
            throw failure("expected %s to be owned by %s, but its owners are%s", actual, owner, Lines.indented(owners));
        }
        return myself;
    }

    /**
     * Verifies that a risk factor holds for the asset, or for a workload that runs its code.
     *
     * @param factor a factor, such as {@link Factor#INTERNET_EXPOSED}
     * @return this
     */
    @CanIgnoreReturnValue
    public S hasFactor(Factor factor) {
        List<Verdict> held = assessment.factors().inherited(actual);
        if (held.stream().noneMatch(verdict -> verdict.factor().equals(factor))) {
            throw failure(
                    "expected %s to be %s, but it is %s; what holds is%s",
                    actual, factor, assessment.factors().of(actual, factor), Lines.indented(held));
        }
        return myself;
    }

    /**
     * Verifies that there is an open finding at the asset, or at what it runs.
     *
     * @param title title of the finding, such as the id of its vulnerability
     * @return this
     */
    @CanIgnoreReturnValue
    public S hasFinding(String title) {
        List<Finding> findings = findings();
        if (findings.stream().noneMatch(finding -> finding.title().equals(title))) {
            throw failure("expected a finding '%s' at %s, but found%s", title, actual, Lines.indented(findings));
        }
        return myself;
    }

    /**
     * Verifies that no open finding at the asset, or at what it runs, is urgent.
     *
     * @param level the least level that counts
     * @return this
     */
    @CanIgnoreReturnValue
    public S hasNoFindingOfAtLeast(Level level) {
        return hasNone(
                "no finding of level " + level.text() + " or more",
                findings().stream().filter(f -> f.level().isAtLeast(level)).toList());
    }

    /**
     * Verifies that the code comes from nowhere but where it should.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public S hasNoUnexpectedOrigin() {
        return hasNone(
                "no unexpected origin",
                findings().stream()
                        .filter(finding -> finding.type() == WeaknessType.UNEXPECTED_ORIGIN)
                        .toList());
    }

    /**
     * Verifies that no attack path leads through the asset.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public S isOnNoAttackPath() {
        List<AttackPath> paths =
                assessment.attackPaths().allowingNone().through(actual).list();
        return hasNone("no attack path", paths);
    }

    private S hasNone(String what, List<?> found) {
        if (!found.isEmpty()) {
            throw failure("expected %s at %s, but found%s", what, actual, Lines.indented(found));
        }
        return myself;
    }

    private List<Finding> findings() {
        return assessment.findings().allowingNone().at(actual).prioritized().list();
    }
}
