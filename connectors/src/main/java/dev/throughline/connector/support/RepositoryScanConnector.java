package dev.throughline.connector.support;

import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/**
 * A connector of what scanners report of a repository. Its scope is {@code <type>:<repository>}, or {@code <type>:<name of
 * the file or directory>} if no repository was named, with {@code :<name>} behind it if the files were given a name: each
 * tool that reads a repository has a scope of its own. Immutable.
 *
 * @param <C> the connector itself
 */
public abstract class RepositoryScanConnector<C extends RepositoryScanConnector<C>> extends RepositoryConnector<C> {
    /**
     * A connector of some files.
     *
     * @param type what its scopes begin with
     * @param source the files
     * @param repository what was scanned; null if nobody said
     */
    protected RepositoryScanConnector(String type, FileSource source, @Nullable AssetKey repository) {
        super(type, source, repository);
    }

    @Override
    protected final String subject() {
        AssetKey scanned = repository();
        String subject = scanned == null ? source().files().name() : scanned.value();
        String label = source().label();
        return label == null ? subject : subject + ":" + label;
    }
}
