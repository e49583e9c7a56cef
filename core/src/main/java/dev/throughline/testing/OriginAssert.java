package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the origin of an image. A workload that runs several images may have several origins; each assertion
 * then goes on with those that pass, and fails if none does.
 */
public final class OriginAssert extends AbstractAssert<OriginAssert, List<Candidate>> {
    OriginAssert(List<Candidate> actual) {
        super(actual, OriginAssert.class);
    }

    /**
     * Verifies the commit.
     *
     * @param commit its full object name
     * @return assertions on the same origin
     * @throws IllegalArgumentException if the name is abbreviated
     */
    @CanIgnoreReturnValue
    public OriginAssert at(String commit) {
        return only(
                "at commit " + commit,
                origin -> origin.commit().equals(Optional.of(AssetKey.commit(origin.repository(), commit))));
    }

    /**
     * Verifies by what kind of evidence it is known: the strongest there is.
     *
     * @param method the kind of evidence
     * @return assertions on the same origin
     */
    @CanIgnoreReturnValue
    public OriginAssert by(LinkMethod method) {
        return only(
                "by " + CandidateText.name(method), origin -> origin.strongest().method() == method);
    }

    /**
     * Verifies that evidence of a kind speaks for it, be it the strongest or not.
     *
     * @param method the kind of evidence
     * @return assertions on the same origin
     */
    @CanIgnoreReturnValue
    public OriginAssert supportedBy(LinkMethod method) {
        return only(
                "supported by " + CandidateText.name(method),
                origin -> origin.links().stream().anyMatch(link -> link.method() == method));
    }

    /**
     * Verifies how hard its evidence is to forge.
     *
     * @param trust the least trust that is enough
     * @return assertions on the same origin
     */
    @CanIgnoreReturnValue
    public OriginAssert withTrustOfAtLeast(Trust trust) {
        return only(
                "with trust of at least " + CandidateText.name(trust),
                origin -> origin.trust().compareTo(trust) <= 0);
    }

    /**
     * Verifies the pipeline that built it.
     *
     * @param path path of its definition in the repository
     * @return assertions on the same origin
     */
    @CanIgnoreReturnValue
    public OriginAssert builtBy(String path) {
        return only(
                "built by " + path,
                origin -> origin.pipeline()
                        .equals(Optional.of(AssetKey.inRepository(AssetKind.PIPELINE, origin.repository(), path))));
    }

    /**
     * Verifies the run that built it.
     *
     * @param run key of the run
     * @return assertions on the same origin
     */
    @CanIgnoreReturnValue
    public OriginAssert inRun(AssetKey run) {
        return only("in " + run, origin -> origin.run().equals(Optional.of(run)));
    }

    private OriginAssert only(String expected, Predicate<Candidate> condition) {
        List<Candidate> passing = actual.stream().filter(condition).toList();
        if (passing.isEmpty()) {
            throw failure(
                    "expected an origin %s, but found%s",
                    expected,
                    Lines.indented(actual.stream().map(CandidateText::of).toList()));
        }
        return new OriginAssert(passing).describedAs(info.description());
    }
}
