package dev.throughline.connector.epss;

import dev.throughline.connector.support.FeedConnector;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.nio.file.Path;

/**
 * Reads the daily file of the Exploit Prediction Scoring System ({@code epss_scores-current.csv.gz}), packed with gzip or
 * not, row by row. Each row says of a {@link dev.throughline.model.Vulnerability} how probable it is that somebody exploits
 * it within 30 days.
 *
 * <p>There is one such file, so the scope is always {@code epss:first}, whatever the file is called. Immutable.
 *
 * @see <a href="https://www.first.org/epss/data_stats">EPSS data</a>
 */
public final class EpssConnector extends FeedConnector<EpssConnector> {
    private static final Scope SCOPE = new Scope("epss", "first");

    private EpssConnector(InputFile file, JsonLimits limits) {
        super(SCOPE, file, limits);
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

    @Override
    protected EpssConnector with(InputFile edition, JsonLimits size) {
        return new EpssConnector(edition, size);
    }

    @Override
    protected Partition partition(InputFile edition, JsonLimits size) {
        return new Scores(edition, size);
    }
}
