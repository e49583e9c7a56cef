package dev.throughline.connector.support;

import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.util.List;

/**
 * A connector of a file that somebody publishes for all the world, in ever newer editions. There is one, so its scope is the
 * same whatever the file is called, and the whole of it is one partition. Immutable.
 *
 * @param <C> the connector itself
 */
public abstract class FeedConnector<C extends FeedConnector<C>> implements Connector {
    private final Scope scope;
    private final InputFile file;
    private final JsonLimits limits;

    /**
     * A connector of an edition.
     *
     * @param scope the scope of all editions
     * @param file the file
     * @param limits how large it may be
     */
    protected FeedConnector(Scope scope, InputFile file, JsonLimits limits) {
        this.scope = scope;
        this.file = file;
        this.limits = limits;
    }

    /**
     * The same connector with other limits.
     *
     * @param edition the file
     * @param size how large it may be
     * @return a connector that is the same in all else
     */
    protected abstract C with(InputFile edition, JsonLimits size);

    /**
     * What the file is read as.
     *
     * @param edition the file
     * @param size how large it may be
     * @return the only partition
     */
    protected abstract Partition partition(InputFile edition, JsonLimits size);

    /**
     * Limits the size of the file; 256 MiB unless set.
     *
     * @param bytes the most bytes it may have, unpacked
     * @return a connector that refuses a larger file
     */
    public final C maxFileSize(long bytes) {
        return with(file, limits.withBytes(bytes));
    }

    @Override
    public final Scope scope() {
        return scope;
    }

    @Override
    public final Listing list() {
        return Listing.complete(List.of(partition(file, limits)));
    }
}
