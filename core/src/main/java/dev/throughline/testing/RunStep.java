package dev.throughline.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.RelationType;
import java.util.Map;

/** An estate that goes on with a run of a pipeline. */
@CheckReturnValue
public final class RunStep extends SmallEstate {
    private final AssetKey repository;
    private final AssetKey run;

    RunStep(EstateFacts facts, AssetKey repository, AssetKey run) {
        super(facts.with(run, Map.of()));
        this.repository = repository;
        this.run = run;
    }

    /**
     * Lets the run build a commit of its repository.
     *
     * @param commit full object name
     * @return this estate with the commit
     */
    public RunStep on(String commit) {
        return new RunStep(
                facts.with(run, RelationType.ON_COMMIT, AssetKey.commit(repository, commit)), repository, run);
    }

    /**
     * Lets the run build a branch.
     *
     * @param branch name of the branch
     * @return this estate with the name
     */
    public RunStep onBranch(String branch) {
        return new RunStep(facts.with(run, Map.of("branch", branch)), repository, run);
    }

    /**
     * Lets the run build what another repository sent, as a pull request from a fork does.
     *
     * @param fork any address of the other repository
     * @return this estate with the fork
     */
    public RunStep ofFork(String fork) {
        String head = AssetKey.repository(fork).text();
        return new RunStep(facts.with(run, Map.of("headRepository", head)), repository, run);
    }

    /**
     * Lets the platform report that the run pushed an image.
     *
     * @param image digest of its manifest or index
     * @return this estate with the push
     */
    public RunStep pushes(Digest image) {
        return new RunStep(facts.with(run, RelationType.PUSHED, AssetKey.image(image)), repository, run);
    }
}
