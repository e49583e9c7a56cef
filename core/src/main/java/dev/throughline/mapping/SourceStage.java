package dev.throughline.mapping;

import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.mapping.ChainStage.Status;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first stage: repositories and commits. */
final class SourceStage {
    private final Mapping mapping;
    private final Readings readings;
    private final ThirdParties others;

    SourceStage(Mapping mapping, Readings readings, ThirdParties others) {
        this.mapping = mapping;
        this.readings = readings;
        this.others = others;
    }

    ChainStage tell(Extent extent, List<Candidate> origins, Set<AssetKey> repositories) {
        List<AssetKey> unknown = extent.code().isEmpty()
                ? extent.images().stream()
                        .filter(i -> mapping.origin(i).isEmpty())
                        .toList()
                : List.of();
        if (repositories.isEmpty()) {
            return ChainStage.missing(Stage.SOURCE, unknown.isEmpty() ? noImage() : gap(unknown.get(0)));
        }
        List<AssetKey> assets = new ArrayList<>(repositories);
        Set<AssetKey> commits = new TreeSet<>();
        origins.stream()
                .filter(origin -> repositories.contains(origin.repository()))
                .forEach(origin -> origin.commit().ifPresent(commits::add));
        assets.addAll(commits);
        List<AssetKey> contested = extent.code().isEmpty()
                ? extent.images().stream().filter(mapping::isConflict).toList()
                : List.of();
        if (!contested.isEmpty()) {
            return new ChainStage(Stage.SOURCE, Status.CONFLICT, assets, origins, conflict(contested));
        }
        StageGap gap = unknown.isEmpty() ? notRead(repositories).orElse(null) : among(unknown, extent.images());
        return new ChainStage(Stage.SOURCE, gap == null ? Status.MAPPED : Status.PARTIAL, assets, origins, gap);
    }

    /** Why nothing tells the source of an image. */
    StageGap gap(AssetKey image) {
        @Nullable String publisher = others.publisher(image).orElse(null);
        if (publisher != null) {
            return new StageGap(
                    Cause.THIRD_PARTY,
                    publisher,
                    "the image comes from " + publisher
                            + ", to which no repository that was read publishes, so others built it",
                    "if it is yours, read the repositories that publish to " + publisher
                            + "; if not, read its publisher's provenance");
        }
        @Nullable
        String holder = others.holders(image).findFirst().map(AssetKey::value).orElse(null);
        return new StageGap(
                Cause.NO_SIGNAL,
                holder,
                "no provenance, no report of a build and no label names the source of the image",
                "attest the build" + (holder == null ? "" : " of " + holder)
                        + " (SLSA provenance), let its pipeline report what it pushes, or set the label"
                        + " org.opencontainers.image.source");
    }

    /** Why the repository an image was built from is no more than a name. */
    Optional<StageGap> notRead(Collection<AssetKey> repositories) {
        return repositories.stream()
                .filter(repository -> !readings.isRead(repository))
                .findFirst()
                .map(repository -> new StageGap(
                        Cause.REPOSITORY_NOT_READ,
                        repository.text(),
                        "evidence names " + repository.value()
                                + ", which no scope reads, so nothing else is known of it",
                        "connect the organization of " + repository.value()));
    }

    private static StageGap noImage() {
        return new StageGap(
                Cause.STAGE_BEFORE,
                null,
                "the image is not known by its digest, so nothing can be said of its source",
                "resolve the stage registry first");
    }

    private StageGap among(List<AssetKey> unknown, Collection<AssetKey> images) {
        StageGap first = gap(unknown.get(0));
        return new StageGap(
                first.cause(),
                first.subject(),
                "of " + unknown.size() + " of " + images.size() + " images the source is not known: " + first.reason(),
                first.remedy());
    }

    private StageGap conflict(List<AssetKey> contested) {
        List<String> sides = contested.stream()
                .flatMap(image -> sides(mapping.candidates(image)))
                .map(side ->
                        side.repository().value() + " (" + side.trust().name().toLowerCase(Locale.ROOT) + ")")
                .distinct()
                .toList();
        return new StageGap(
                Cause.CONFLICT,
                null,
                "evidence names " + sides.size() + " repositories: " + String.join(", ", sides),
                "correct the weaker claim, or find out who built this image");
    }

    /** A mere guess is no side, unless there are only guesses. */
    private static Stream<Candidate> sides(List<Candidate> candidates) {
        return candidates.get(0).trust() == Trust.GUESS
                ? candidates.stream()
                : candidates.stream().filter(candidate -> candidate.trust() != Trust.GUESS);
    }
}
