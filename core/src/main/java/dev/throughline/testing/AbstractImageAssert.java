package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Assessment;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.ChainStage;
import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.model.AssetKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Assertions on where images come from: an image itself, or all images that a workload runs.
 *
 * @param <S> the class of assertions itself
 */
public abstract sealed class AbstractImageAssert<S extends AbstractImageAssert<S>> extends AbstractAssetAssert<S>
        permits WorkloadAssert, ImageAssert {
    AbstractImageAssert(Assessment assessment, AssetKey actual, Class<S> type) {
        super(assessment, actual, type);
    }

    abstract Collection<AssetKey> images();

    /**
     * Verifies that something tells where the image comes from.
     *
     * @return assertions on that: the most likely origin of the image, or of each image of a workload
     */
    @CanIgnoreReturnValue
    public OriginAssert hasOrigin() {
        return originAmong(candidate -> true, "to have an origin");
    }

    /**
     * Verifies that a repository is the most likely origin; for a workload, of one of its images at least.
     *
     * @param repository any address of the repository
     * @return assertions on that origin
     */
    @CanIgnoreReturnValue
    public OriginAssert isBuiltFrom(String repository) {
        AssetKey key = AssetKey.repository(repository);
        return originAmong(origin -> origin.repository().equals(key), "to be built from " + key);
    }

    private OriginAssert originAmong(Predicate<Candidate> condition, String expected) {
        List<Candidate> origins = images().stream()
                .flatMap(image -> assessment.mapping().origin(image).stream())
                .filter(condition)
                .distinct()
                .toList();
        if (origins.isEmpty()) {
            throw failure("expected %s %s, but %s", actual, expected, source());
        }
        return new OriginAssert(origins).describedAs(info.description());
    }

    /**
     * Verifies that nothing tells where the image comes from.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public S isNotMapped() {
        if (!candidates().isEmpty()) {
            throw failure("expected %s not to be mapped, but %s", actual, source());
        }
        return myself;
    }

    /**
     * Verifies that nothing tells where the image comes from, and what the chain gives as the reason.
     *
     * @param because part of the reason
     * @return this
     */
    @CanIgnoreReturnValue
    public S isNotMapped(String because) {
        isNotMapped();
        String reason = Objects.requireNonNullElse(
                assessment.chain(actual).stage(Stage.SOURCE).reason(), "");
        if (!reason.contains(because)) {
            throw failure("expected %s not to be mapped because '%s', but %s", actual, because, source());
        }
        return myself;
    }

    /**
     * Verifies that evidence names these repositories, and no other.
     *
     * @param repositories any addresses of at least two repositories
     * @return this
     */
    @CanIgnoreReturnValue
    public S isInConflictBetween(String... repositories) {
        TreeSet<AssetKey> expected = new TreeSet<>();
        Arrays.stream(repositories).map(AssetKey::repository).forEach(expected::add);
        boolean found = images().stream()
                .map(image -> new TreeSet<>(assessment.mapping().candidates(image).stream()
                        .map(Candidate::repository)
                        .toList()))
                .anyMatch(expected::equals);
        if (!found) {
            throw failure("expected evidence for %s to name %s, but %s", actual, expected, source());
        }
        return myself;
    }

    /**
     * Verifies that evidence does not name different repositories for one image.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public S isNotInConflict() {
        if (images().stream().anyMatch(assessment.mapping()::isConflict)) {
            throw failure("expected the origin of %s to be undisputed, but %s", actual, source());
        }
        return myself;
    }

    private List<Candidate> candidates() {
        return images().stream()
                .flatMap(image -> assessment.mapping().candidates(image).stream())
                .distinct()
                .toList();
    }

    /** What is known instead of what was expected. */
    private String source() {
        List<Candidate> candidates = candidates();
        if (!candidates.isEmpty()) {
            return "its candidates are, most likely first,"
                    + Lines.indented(candidates.stream().map(CandidateText::of).toList());
        }
        ChainStage source = assessment.chain(actual).stage(Stage.SOURCE);
        return "it is not mapped" + Lines.indented(List.of("reason: " + source.reason(), "remedy: " + source.remedy()));
    }
}
