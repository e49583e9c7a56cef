package dev.throughline.connector.sarif;

import dev.throughline.connector.support.JsonLimits;

/**
 * How much of a log is read. The defaults are those of GitHub code scanning (<em>SARIF support for code scanning</em>,
 * "Validating your SARIF file").
 *
 * @param runs runs of a file
 * @param results results of a run
 * @param json how large a file may be
 */
record SarifLimits(int runs, int results, JsonLimits json) {
    static final SarifLimits DEFAULT =
            new SarifLimits(20, 25_000, JsonLimits.DEFAULT.withTokens(JsonLimits.DEFAULT.bytes()));
}
