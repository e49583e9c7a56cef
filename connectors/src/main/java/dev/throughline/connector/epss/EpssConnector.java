package dev.throughline.connector.epss;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the daily file of the Exploit Prediction Scoring System ({@code epss_scores-current.csv.gz}), packed with gzip or
 * not, row by row. Each row says of a {@link dev.throughline.model.Vulnerability} how probable it is that somebody exploits
 * it within 30 days.
 *
 * <p>There is one such file, so the scope is always {@code epss:first}, whatever the file is called. Immutable.
 *
 * @see <a href="https://www.first.org/epss/data_stats">EPSS data</a>
 */
public final class EpssConnector implements Connector {
    private static final Scope SCOPE = new Scope("epss", "first");

    private final InputFile file;
    private final JsonLimits limits;

    private EpssConnector(InputFile file, JsonLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Reads a file of scores.
     *
     * @param path the file
     * @return the connector
     */
    public static EpssConnector file(Path path) {
        return new EpssConnector(InputFile.of(path), JsonLimits.DEFAULT);
    }

    /**
     * Limits the size of the file; 256 MiB unless set.
     *
     * @param bytes the most bytes it may have, unpacked
     * @return a connector that refuses a larger file
     */
    public EpssConnector maxFileSize(long bytes) {
        return new EpssConnector(file, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return SCOPE;
    }

    @Override
    public Listing list() {
        return Listing.complete(List.of(new Scores(file, limits)));
    }
}
