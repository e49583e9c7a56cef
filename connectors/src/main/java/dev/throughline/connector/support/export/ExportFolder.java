package dev.throughline.connector.support.export;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A folder of recorded answers. Names of files are paths from its root with forward slashes, without {@code .json}. */
public final class ExportFolder {
    private static final Pattern PAGE = Pattern.compile("(.+)\\.([0-9]{1,6})\\.json");

    private final Path root;
    private final JsonLimits limits;

    /**
     * A folder.
     *
     * @param root the folder
     * @param limits how large its files may be
     */
    public ExportFolder(Path root, JsonLimits limits) {
        this.root = root;
        this.limits = limits;
    }

    /**
     * How large its files may be.
     *
     * @return the limits
     */
    public JsonLimits limits() {
        return limits;
    }

    /**
     * Whether there is a folder.
     *
     * @param name path from the root
     * @return whether it is there
     */
    public boolean hasFolder(String name) {
        return Files.isDirectory(InputFile.of(root, name).path());
    }

    /**
     * A file.
     *
     * @param name path from the root, with its ending
     * @return the file, which need not exist
     */
    public InputFile file(String name) {
        return InputFile.of(root, name);
    }

    /**
     * The files right in a folder whose names end in a certain way.
     *
     * @param folder path from the root
     * @param endings endings of names
     * @return the files, sorted; none if there is no such folder
     */
    public List<InputFile> files(String folder, String... endings) {
        List<InputFile> files = new ArrayList<>();
        for (String name : names(folder)) {
            for (String ending : endings) {
                if (name.endsWith(ending)) {
                    files.add(file(folder + "/" + name));
                }
            }
        }
        return files;
    }

    /**
     * The folders right in a folder.
     *
     * @param folder path from the root
     * @return their names, sorted; none if there is no such folder
     */
    public List<String> folders(String folder) {
        return names(folder).stream().filter(n -> hasFolder(folder + "/" + n)).toList();
    }

    private List<String> names(String folder) {
        Path path = file(folder).path();
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                entries.forEach(e -> names.add(String.valueOf(e.getFileName())));
            } catch (IOException e) {
                throw new SourceException(new Rejection(folder, "", "cannot be listed"), e);
            }
        }
        names.sort(null);
        return names;
    }

    /**
     * Reads a document.
     *
     * @param name path from the root, without its ending
     * @return the document; null if there is none
     */
    public @Nullable Fields document(String name) {
        InputFile file = file(name + ".json");
        return file.exists() ? Json.read(file, limits) : null;
    }

    /**
     * Lists the partitions of an export: one for the whole, and one for each record of a list nothing can be read without.
     *
     * @param whole the partition of what belongs to no record
     * @param name the list
     * @param member the field that holds the records; null if the answer itself is the array
     * @param partition makes the partition of a record; the first of a name counts
     * @return the partitions, and which records make none
     * @throws SourceException if the list is not there
     */
    public Listing listing(
            Partition whole, String name, @Nullable String member, Function<Fields, Partition> partition) {
        if (pages(name).isEmpty()) {
            throw new SourceException(new Rejection(name + ".json", "", "no such file"), null);
        }
        List<String> gaps = new ArrayList<>();
        Map<String, Partition> partitions = new LinkedHashMap<>();
        partitions.put(whole.name(), whole);
        list(
                name,
                member,
                record -> {
                    try {
                        Partition of = partition.apply(record);
                        partitions.putIfAbsent(of.name(), of);
                    } catch (WrongShape e) {
                        gaps.add(e.in(record.file()).getMessage());
                    } catch (IllegalArgumentException e) {
                        gaps.add(record + ": " + e.getMessage());
                    }
                },
                gaps);
        return new Listing(
                List.copyOf(partitions.values()),
                gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps)));
    }

    /**
     * Whether there is a list.
     *
     * @param name the list
     * @return whether any page of it is there
     */
    public boolean hasList(String name) {
        return !pages(name).isEmpty();
    }

    /**
     * Reads a list page by page, record by record.
     *
     * @param name the list
     * @param member the field that holds the records; null if the answer itself is the array
     * @param reader takes the records
     * @param gaps takes what could not be read
     * @return whether any page of it could be read
     */
    public boolean list(String name, @Nullable String member, Consumer<Fields> reader, Collection<String> gaps) {
        NavigableMap<Integer, InputFile> pages = pages(name);
        long[] read = {0};
        long announced = 0;
        boolean answered = false;
        for (InputFile page : pages.values()) {
            try {
                List<String> path = member == null ? List.of() : List.of(member);
                Fields around = Json.elements(page, path, limits, record -> {
                    read[0]++;
                    reader.accept(record);
                });
                if (member != null) {
                    announced = Math.max(announced, announced(around, member));
                }
                answered = true;
            } catch (SourceException e) {
                gaps.add(String.valueOf(e.getMessage()));
            } catch (WrongShape e) {
                gaps.add(String.valueOf(e.in(page.name()).getMessage()));
            }
        }
        if (!pages.isEmpty() && pages.lastKey() > pages.size()) {
            gaps.add(name + ": pages are missing before page " + pages.lastKey());
        }
        if (announced > read[0]) {
            gaps.add(name + ": " + read[0] + " of " + announced + " records are there");
        }
        return answered;
    }

    private static long announced(Fields around, String member) {
        if (!around.has(member)) {
            throw new WrongShape("/" + member, "this list is not there");
        }
        Long total = around.number("total_count");
        return total == null ? 0 : total;
    }

    /** The pages of a list by number; one that is not split is page 1. */
    private NavigableMap<Integer, InputFile> pages(String name) {
        NavigableMap<Integer, InputFile> pages = new TreeMap<>();
        int slash = name.lastIndexOf('/');
        String folder = slash < 0 ? "" : name.substring(0, slash);
        for (String entry : names(folder)) {
            Matcher page = PAGE.matcher(entry);
            if (page.matches() && page.group(1).equals(name.substring(slash + 1))) {
                pages.put(Integer.valueOf(page.group(2)), file(folder.isEmpty() ? entry : folder + "/" + entry));
            }
        }
        InputFile whole = file(name + ".json");
        if (whole.exists()) {
            pages.clear();
            pages.put(1, whole);
        }
        return pages;
    }
}
