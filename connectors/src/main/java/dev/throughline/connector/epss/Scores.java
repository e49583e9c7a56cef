package dev.throughline.connector.epss;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.throughline.connector.support.CsvTable;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Vulnerability;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The only partition: all scores of a day. The model scores every vulnerability anew each day, so parts of the file would
 * not change less often than the whole.
 *
 * @param file the file
 * @param limits how large it may be
 */
record Scores(InputFile file, JsonLimits limits) implements Partition {
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");
    private static final Pattern PROBABILITY =
            Pattern.compile("0(\\.[0-9]{1,20})?|1(\\.0{1,20})?|[0-9.]{1,20}[eE]-[0-9]{1,2}");

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public Completeness read(FactSink sink) {
        long rows = CsvTable.read(file, limits, List.of("cve", "epss"), sink, Scores::row);
        if (rows == 0) {
            throw new SourceException(new Rejection(file.name(), "", "there is no score in it"), null);
        }
        return Completeness.complete();
    }

    private static void row(NamedCsvRecord row, FactSink sink) {
        String cve = row.findField("cve").orElse("");
        if (!CVE.matcher(cve).matches()) {
            throw new IllegalArgumentException("the first column is not the id of a CVE");
        }
        sink.accept(new Vulnerability(
                AssetKey.vulnerability(cve),
                null,
                null,
                null,
                null,
                probability(row.findField("epss").orElse("")),
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private static double probability(String text) {
        double probability = PROBABILITY.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the score is not a probability from 0 to 1");
        }
        return probability;
    }
}
