package dev.throughline.connector.kev;

import dev.throughline.connector.support.FeedConnector;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.nio.file.Path;

/**
 * Reads the Known Exploited Vulnerabilities catalogue of CISA ({@code known_exploited_vulnerabilities.json}), packed with
 * gzip or not. Each entry says of a {@link dev.throughline.model.Vulnerability} that it is exploited, since when, and
 * whether by ransomware. That the catalogue does not list a vulnerability says nothing: it is no proof that nobody exploits
 * it.
 *
 * <p>There is one catalogue, so the scope is always {@code kev:cisa}, whatever the file is called. Immutable.
 *
 * @see <a href="https://www.cisa.gov/known-exploited-vulnerabilities-catalog">KEV catalogue</a>
 */
public final class KevConnector extends FeedConnector<KevConnector> {
    private static final Scope SCOPE = new Scope("kev", "cisa");

    private KevConnector(InputFile file, JsonLimits limits) {
        super(SCOPE, file, limits);
    }

    /**
     * Reads a catalogue.
     *
     * @param path the file
     * @return the connector
     */
    public static KevConnector file(Path path) {
        return new KevConnector(InputFile.of(path), JsonLimits.DEFAULT);
    }

    @Override
    protected KevConnector with(InputFile edition, JsonLimits size) {
        return new KevConnector(edition, size);
    }

    @Override
    protected Partition partition(InputFile edition, JsonLimits size) {
        return new Catalogue(edition, size);
    }
}
