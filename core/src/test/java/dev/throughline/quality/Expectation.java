package dev.throughline.quality;

import dev.throughline.Assessment;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one asset: the repository it comes from, or that there is none to be known; or the repository that somebody
 * wants it to be taken for.
 *
 * @param subject key of an image, or of a workload or cloud resource
 * @param built whether it is asked what its image was built from; else what it was deployed from
 * @param repository key of the repository; null if nothing tells the truth
 * @param commit key of the commit, where the evidence names it
 * @param method strongest kind of evidence there is for it; null if nothing tells, or if it is a forgery
 * @param trust how far that evidence is trusted, where the story is about it
 * @param isForgery whether it is what somebody wants it to be taken for, and not the truth
 */
record Expectation(
        AssetKey subject,
        boolean built,
        @Nullable AssetKey repository,
        @Nullable AssetKey commit,
        @Nullable LinkMethod method,
        @Nullable Trust trust,
        boolean isForgery) {
    private static final Pattern TRUTH = Pattern.compile(
            "(?<subject>\\S+) (?<how>built|deployed) from (?<repository>\\S+)(?: at (?<commit>\\S+))? by"
                    + " (?<method>\\S+)(?: \\((?<trust>\\S+)\\))?");
    private static final Pattern NOWHERE = Pattern.compile("(?<subject>\\S+) (?<how>built|deployed) from nowhere");
    private static final Pattern FORGED =
            Pattern.compile("(?<subject>\\S+) never (?<how>built|deployed) from (?<repository>\\S+)");

    static Expectation parse(String line) {
        Matcher truth = TRUTH.matcher(line);
        if (truth.matches()) {
            AssetKey repository = AssetKey.repository(truth.group("repository"));
            String commit = truth.group("commit");
            String trust = truth.group("trust");
            return new Expectation(
                    AssetKey.parse(truth.group("subject")),
                    truth.group("how").equals("built"),
                    repository,
                    commit == null ? null : AssetKey.commit(repository, commit),
                    LinkMethod.valueOf(constant(truth.group("method"))),
                    trust == null ? null : Trust.valueOf(constant(trust)),
                    false);
        }
        Matcher nowhere = NOWHERE.matcher(line);
        if (nowhere.matches()) {
            return new Expectation(
                    AssetKey.parse(nowhere.group("subject")),
                    nowhere.group("how").equals("built"),
                    null,
                    null,
                    null,
                    null,
                    false);
        }
        Matcher forged = FORGED.matcher(line);
        if (forged.matches()) {
            return new Expectation(
                    AssetKey.parse(forged.group("subject")),
                    forged.group("how").equals("built"),
                    AssetKey.repository(forged.group("repository")),
                    null,
                    null,
                    null,
                    true);
        }
        throw new IllegalArgumentException("not an expectation: " + line);
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether it is a link that the mapping should find. */
    boolean isLink() {
        return method != null;
    }

    /** What the mapping says of the subject, most likely first. */
    List<Candidate> candidates(Assessment assessment) {
        Mapping mapping = assessment.mapping();
        if (!built) {
            return mapping.deployedFrom(subject);
        }
        return subject.mayBe(AssetKind.WORKLOAD)
                ? mapping.imagesRunBy(subject).stream()
                        .flatMap(image -> mapping.candidates(image).stream())
                        .toList()
                : mapping.candidates(subject);
    }

    /** Whether a candidate is the truth: the right repository, and no wrong commit. */
    boolean isRight(Candidate candidate) {
        return candidate.repository().equals(repository)
                && (commit == null || candidate.commit().map(commit::equals).orElse(true));
    }

    /** Whether a candidate is the truth, in full and by the evidence that there is. */
    boolean isFoundBy(Candidate candidate) {
        return candidate.repository().equals(repository)
                && (commit == null || candidate.commit().equals(Optional.of(commit)))
                && candidate.strongest().method() == method
                && (trust == null || candidate.trust() == trust);
    }
}
