package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A repository that an asset may come from, with everything that speaks for it.
 *
 * @param repository key of the repository
 * @param links the links that name it, strongest first; at least one
 * @param confidence how likely it is, 0 to 1: corroboration raises it, contradiction lowers it
 */
public record Candidate(AssetKey repository, List<Link> links, double confidence) {
    /** Copies the list. */
    public Candidate {
        links = List.copyOf(links);
    }

    /**
     * The strongest link.
     *
     * @return the link
     */
    public Link strongest() {
        return links.get(0);
    }

    /**
     * How hard its strongest evidence is to forge.
     *
     * @return the trust grade of the strongest link
     */
    public Trust trust() {
        return strongest().trust();
    }

    /**
     * The commit, from the strongest link that names one.
     *
     * @return key of the commit
     */
    public Optional<AssetKey> commit() {
        return first(Link::commit);
    }

    /**
     * The pipeline, from the strongest link that names one.
     *
     * @return key of the pipeline
     */
    public Optional<AssetKey> pipeline() {
        return first(Link::pipeline);
    }

    /**
     * The run, from the strongest link that names one.
     *
     * @return key of the run
     */
    public Optional<AssetKey> run() {
        return first(Link::run);
    }

    private Optional<AssetKey> first(Function<Link, @Nullable AssetKey> part) {
        for (Link link : links) {
            AssetKey key = part.apply(link);
            if (key != null) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** {@return repository and commit, method, trust and confidence} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s by %s (%s), confidence %.0f%%",
                commit().orElse(repository),
                strongest().method().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                trust().name().toLowerCase(Locale.ROOT),
                confidence * 100);
    }
}
