package dev.throughline.connector.kev;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;

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
public final class KevConnector implements Connector {
    private static final Scope SCOPE = new Scope("kev", "cisa");

    private final InputFile file;
    private final JsonLimits limits;

    private KevConnector(InputFile file, JsonLimits limits) {
        this.file = file;
        this.limits = limits;
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

    /**
     * Limits the size of the file; 256 MiB unless set.
     *
     * @param bytes the most bytes it may have, unpacked
     * @return a connector that refuses a larger file
     */
    public KevConnector maxFileSize(long bytes) {
        return new KevConnector(file, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return SCOPE;
    }

    @Override
    public Listing list() {
        return Listing.complete(List.of(new Catalogue(file, limits)));
    }
}
