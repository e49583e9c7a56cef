package dev.throughline.connector.support;

import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;

/**
 * A connector that reads files, each a partition of one scope. Immutable; each setting returns a new connector.
 *
 * @param <C> the connector itself
 */
public abstract class FileConnector<C extends FileConnector<C>> implements Connector {
    private final String type;
    private final FileSource source;

    /**
     * A connector of some files.
     *
     * @param type what its scopes begin with
     * @param source the files
     */
    protected FileConnector(String type, FileSource source) {
        this.type = type;
        this.source = source;
    }

    /**
     * The same connector for other files, or files that are read otherwise.
     *
     * @param changed the files
     * @return a connector that is the same in all else
     */
    protected abstract C with(FileSource changed);

    /**
     * What a file is read as.
     *
     * @param file the file; the partition must have its name
     * @param limits how large it may be
     * @return the partition
     */
    protected abstract Partition partition(InputFile file, JsonLimits limits);

    /** {@return the files, for settings that a connector has of its own} */
    protected final FileSource source() {
        return source;
    }

    /**
     * Names the files, and with them the {@linkplain #scope scope}. Two connectors of one scope replace each other's facts.
     *
     * @param name a name, such as that of the system the files come from
     * @return a connector of a scope with this name
     */
    public final C named(String name) {
        return with(source.named(name));
    }

    /**
     * Limits the size of a file; 256 MiB unless the connector says otherwise. As many tokens are allowed as bytes, at least.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public final C maxFileSize(long bytes) {
        return with(source.limitedTo(bytes));
    }

    /** {@return what the scope is about: the name that was given, else that of the file or directory} */
    protected String subject() {
        return source.label() == null ? source.files().name() : source.label();
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code <type>:<name>}; the name is that of the file or directory unless it was {@linkplain #named given}
     */
    @Override
    public final Scope scope() {
        return new Scope(type, subject());
    }

    @Override
    public final Listing list() {
        return Listing.complete(source.files().list().stream()
                .map(file -> partition(file, source.limits()))
                .toList());
    }
}
