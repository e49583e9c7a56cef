package dev.throughline.connector.support;

import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/**
 * A connector of files about a repository that they need not name. Immutable; each setting returns a new connector.
 *
 * @param <C> the connector itself
 */
public abstract class RepositoryConnector<C extends RepositoryConnector<C>> extends FileConnector<C> {
    private final @Nullable AssetKey repository;

    /**
     * A connector of some files.
     *
     * @param type what its scopes begin with
     * @param source the files
     * @param repository what they are about; null if nobody said
     */
    protected RepositoryConnector(String type, FileSource source, @Nullable AssetKey repository) {
        super(type, source);
        this.repository = repository;
    }

    /**
     * The same connector for other files, or another repository.
     *
     * @param changed the files
     * @param about key of the repository; null if nobody said
     * @return a connector that is the same in all else
     */
    protected abstract C with(FileSource changed, @Nullable AssetKey about);

    /**
     * What a file is read as.
     *
     * @param file the file; the partition must have its name
     * @param limits how large it may be
     * @param about key of the repository; null if nobody said
     * @return the partition
     */
    protected abstract Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about);

    /**
     * Says which repository the files are about, as far as they are about no image. It counts before what they say of it
     * themselves.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays what it reads on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public final C repository(String url) {
        return with(source(), AssetKey.repository(url));
    }

    /** {@return key of the repository that the files are about; null if nobody said} */
    protected final @Nullable AssetKey repository() {
        return repository;
    }

    @Override
    protected final C with(FileSource changed) {
        return with(changed, repository);
    }

    @Override
    protected final Partition partition(InputFile file, JsonLimits limits) {
        return partition(file, limits, repository);
    }
}
