package dev.throughline.quality;

import com.google.common.base.Splitter;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.testing.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of the corpus; {@code README.md} beside the files tells their form. A scenario is a template with a table of
 * its cases: {@code <name>} stands for the column of that name.
 */
final class CorpusFile {
    private static final Pattern SECTION = Pattern.compile("(scenario|story|label|facts|expect|cases):\\s*(.*)");
    private static final Splitter CELLS = Splitter.on('|').trimResults();
    /** Digests and commits are named by words: {@code digest~payments}, {@code commit~fix}, {@code short~fix}. */
    private static final Pattern WORD = Pattern.compile("\\b(digest|commit|short)~([\\w-]+)");

    private final List<Scenario> scenarios = new ArrayList<>();
    private final ListMultimap<String, String> sections = ArrayListMultimap.create();

    private CorpusFile() {}

    static List<Scenario> read(Path file) throws IOException {
        CorpusFile reading = new CorpusFile();
        int number = 0;
        String section = "";
        for (String line : Files.readAllLines(file)) {
            number++;
            Matcher header = SECTION.matcher(line);
            if (header.matches()) {
                section = header.group(1);
                if (section.equals("scenario")) {
                    reading.end(file);
                }
                if (!header.group(2).isEmpty()) {
                    reading.sections.put(section, header.group(2));
                }
            } else if (line.startsWith("  ") && !section.isEmpty()) {
                reading.sections.put(section, line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(file + ":" + number + ": neither a section nor indented: " + line);
            }
        }
        reading.end(file);
        return reading.scenarios;
    }

    private void end(Path file) {
        if (sections.isEmpty()) {
            return;
        }
        String title = String.join(" ", sections.get("scenario"));
        try {
            scenarios.add(scenario(title));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + title + ": " + e.getMessage(), e);
        }
        sections.clear();
    }

    private Scenario scenario(String title) {
        List<String> table = sections.get("cases");
        List<String> columns = table.isEmpty() ? List.of() : CELLS.splitToList(table.get(0));
        List<Scenario.Case> cases = new ArrayList<>();
        for (String row : table.isEmpty() ? List.of("") : table.subList(1, table.size())) {
            List<String> cells = columns.isEmpty() ? List.of() : CELLS.splitToList(row);
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException("a row has not the columns " + columns + ": " + row);
            }
            SmallEstate estate = SmallEstate.named("case");
            for (String fact : sections.get("facts")) {
                estate = Fact.parse(filled(fact, columns, cells)).addTo(estate);
            }
            List<Expectation> expectations = sections.get("expect").stream()
                    .map(line -> Expectation.parse(filled(line, columns, cells)))
                    .toList();
            cases.add(new Scenario.Case(estate, expectations));
        }
        return new Scenario(
                title, Label.valueOf(sections.get("label").get(0).toUpperCase(Locale.ROOT)), List.copyOf(cases));
    }

    private static String filled(String line, List<String> columns, List<String> cells) {
        String filled = line;
        for (int i = 0; i < columns.size(); i++) {
            filled = filled.replace("<" + columns.get(i) + ">", cells.get(i));
        }
        return WORD.matcher(filled).replaceAll(word -> named(word.group(1), word.group(2)));
    }

    private static String named(String kind, String word) {
        return switch (kind) {
            case "digest" -> SmallEstate.digest(word).toString();
            case "commit" -> SmallEstate.digest("commit " + word).hex().substring(0, 40);
            default -> SmallEstate.digest("commit " + word).hex().substring(0, 7);
        };
    }
}
