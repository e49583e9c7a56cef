package dev.throughline.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;

/** An estate that goes on with a repository. */
@CheckReturnValue
public final class RepositoryStep extends SmallEstate {
    private final AssetKey repository;

    RepositoryStep(EstateFacts facts, AssetKey repository) {
        super(facts.with(repository, Map.of()));
        this.repository = repository;
    }

    /**
     * Gives the repository the id of its platform, which tells it from another that had the name before.
     *
     * @param nativeId the id
     * @return this estate with the id
     */
    public RepositoryStep withId(String nativeId) {
        return new RepositoryStep(facts.with(repository, Map.of("nativeId", nativeId)), repository);
    }

    /**
     * Makes the repository a fork of another.
     *
     * @return this estate with the fork
     */
    public RepositoryStep asFork() {
        return new RepositoryStep(facts.with(repository, Map.of("fork", true)), repository);
    }

    /**
     * Lets a team answer for the repository.
     *
     * @param team address of the team, such as {@code github.com/acme/payments}
     * @return this estate with the owner
     */
    public RepositoryStep ownedBy(String team) {
        return new RepositoryStep(
                facts.with(AssetKey.of(AssetKind.TEAM, team), RelationType.OWNS, repository), repository);
    }

    /**
     * Adds a pipeline that the repository defines, or goes on with one.
     *
     * @param path path of its definition in the repository
     * @return this estate with the pipeline
     */
    public PipelineStep pipeline(String path) {
        return new PipelineStep(facts, repository, path);
    }
}
