package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.Assessment;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.WeaknessType;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on an assessment, and the way to those on its workloads, images and repositories. */
public final class AssessmentAssert extends AbstractAssert<AssessmentAssert, Assessment> {
    AssessmentAssert(Assessment actual) {
        super(actual, AssessmentAssert.class);
    }

    /**
     * Goes on with a workload.
     *
     * @param key its key
     * @return assertions on it
     * @throws AssertionError if the assessment does not hold it; the message names those with the nearest keys
     */
    @CheckReturnValue
    public WorkloadAssert workload(AssetKey key) {
        return new WorkloadAssert(actual, known(key, AssetKind.WORKLOAD)).describedAs(info.description());
    }

    /**
     * Goes on with an image or image index.
     *
     * @param key its key, by any of its digests
     * @return assertions on it
     * @throws AssertionError if the assessment does not hold it; the message names those with the nearest keys
     */
    @CheckReturnValue
    public ImageAssert image(AssetKey key) {
        return new ImageAssert(actual, known(key, AssetKind.CONTAINER_IMAGE, AssetKind.IMAGE_INDEX))
                .describedAs(info.description());
    }

    /**
     * Goes on with a repository.
     *
     * @param address any address of it, such as {@code github.com/acme/shop}
     * @return assertions on it
     * @throws AssertionError if the assessment does not hold it; the message names those with the nearest keys
     * @throws IllegalArgumentException if it is not the address of a repository
     */
    @CheckReturnValue
    public RepositoryAssert repository(String address) {
        return new RepositoryAssert(actual, known(AssetKey.repository(address), AssetKind.REPOSITORY))
                .describedAs(info.description());
    }

    private AssetKey known(AssetKey key, AssetKind... kinds) {
        isNotNull();
        if (List.of(kinds).stream().noneMatch(key::mayBe)) {
            throw failure("%s is not the key of a %s", key, kinds[0].label());
        }
        // A repository may be known only from what evidence says of an image.
        if (actual.graph().number(key) < 0 && actual.mapping().imagesOf(key).isEmpty()) {
            throw failure("%s", NearestKeys.missing(actual.graph(), key));
        }
        return key;
    }

    /**
     * Verifies that no image comes from anywhere but where it should.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public AssessmentAssert hasNoUnexpectedOrigin() {
        isNotNull();
        List<Finding> unexpected = actual.findings()
                .where(finding -> finding.type() == WeaknessType.UNEXPECTED_ORIGIN)
                .list();
        if (!unexpected.isEmpty()) {
            throw failure("expected no unexpected origin, but found%s", Lines.indented(unexpected));
        }
        return this;
    }

    /**
     * Verifies that every source was read completely.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public AssessmentAssert hasNoGaps() {
        isNotNull();
        if (!actual.gaps().isEmpty()) {
            throw failure("expected every source to be read completely, but found%s", Lines.indented(actual.gaps()));
        }
        return this;
    }

    /**
     * Verifies that the mapping is the one that a file keeps: for each workload its images, and for each image its
     * candidates with commit, method, trust and evidence, or why there is none. With
     * {@code -Dthroughline.golden.update=true} the file is written anew instead.
     *
     * @param file the golden file, in UTF-8
     * @return this
     * @throws AssertionError if the mapping differs, with the lines that do; or if there is no such file
     */
    @CanIgnoreReturnValue
    public AssessmentAssert matchesGolden(Path file) {
        isNotNull();
        String mapping = MappingTable.of(actual);
        if (GoldenFile.isUpdating()) {
            GoldenFile.write(file, mapping);
            return this;
        }
        String golden = GoldenFile.read(file)
                .orElseThrow(() -> failure("there is no golden file %s; %s", file, GoldenFile.TO_UPDATE));
        if (!golden.equals(mapping)) {
            throw failureWithActualExpected(
                    mapping,
                    golden,
                    "the mapping differs from %s (- is missing, + is new); %s%n%s",
                    file,
                    GoldenFile.TO_UPDATE,
                    LineDifference.between(golden, mapping));
        }
        return this;
    }
}
