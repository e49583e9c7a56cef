package dev.throughline.connector.support;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark, packed with gzip or not, row by row.
 * The first row names the columns; rows that begin with {@code #} are comments.
 */
public final class CsvTable {
    private static final int LONGEST_ROW = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvTable() {}

    /**
     * Reads all rows. A row that cannot be used is rejected with its line, the others go on.
     *
     * @param file the file
     * @param limits how large it may be
     * @param columns columns the file must have; others may stand beside them
     * @param sink takes rejections
     * @param reader takes each row and the sink; may throw an {@link IllegalArgumentException} for what it cannot use
     * @return the number of rows, good and bad
     * @throws SourceException if it is no such file, a column is missing, or it is beyond a limit
     */
    public static long read(
            InputFile file,
            JsonLimits limits,
            List<String> columns,
            FactSink sink,
            BiConsumer<NamedCsvRecord, FactSink> reader) {
        try (InputStream raw = file.open();
                Reader text = withoutMark(new InputStreamReader(
                        BoundedInputStream.over(raw, limits), StandardCharsets.UTF_8.newDecoder()));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .maxBufferSize(LONGEST_ROW)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(text)) {
            return read(file, rows.iterator(), columns, sink, reader);
        } catch (IOException e) {
            throw refused(file, JsonDocument.cause(e));
        } catch (UncheckedIOException e) {
            throw refused(file, JsonDocument.cause(Objects.requireNonNull(e.getCause())));
        } catch (CsvParseException e) { // its message may quote the file
            throw refused(file, "not comma-separated values, or a row of more than " + LONGEST_ROW + " characters");
        }
    }

    /** Steps over a byte order mark, which some programs write before the first column. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader pushback = new PushbackReader(text);
        int first = pushback.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            pushback.unread(first);
        }
        return pushback;
    }

    private static long read(
            InputFile file,
            Iterator<NamedCsvRecord> rows,
            List<String> columns,
            FactSink sink,
            BiConsumer<NamedCsvRecord, FactSink> reader) {
        long count = 0;
        while (rows.hasNext()) {
            NamedCsvRecord row = rows.next();
            if (count++ == 0) {
                checkColumns(file, row.getHeader(), columns);
            }
            sink.beginRecord();
            sink.endRecord(isRead(file, row, sink, reader));
        }
        return count;
    }

    private static boolean isRead(
            InputFile file, NamedCsvRecord row, FactSink sink, BiConsumer<NamedCsvRecord, FactSink> reader) {
        try {
            reader.accept(row, sink);
            return true;
        } catch (IllegalArgumentException e) {
            String line = "line " + row.getStartingLineNumber();
            sink.reject(new Rejection(file.name(), line, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static void checkColumns(InputFile file, List<String> header, List<String> columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw refused(file, "its first row names no column '" + column + "'");
            }
        }
    }

    private static SourceException refused(InputFile file, String cause) {
        return new SourceException(new Rejection(file.name(), "", cause), null);
    }
}
