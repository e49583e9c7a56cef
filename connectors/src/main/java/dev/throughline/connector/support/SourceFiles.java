package dev.throughline.connector.support;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Some files to read: one, all below a directory, or a list. Immutable; what is there is looked up anew each time. */
public final class SourceFiles {
    private static final int DEFAULT_COUNT = 100_000;

    private final Path root;
    private final @Nullable List<Path> files;
    private final Predicate<String> names;
    private final int count;

    private SourceFiles(Path root, @Nullable List<Path> files, Predicate<String> names, int count) {
        this.root = root;
        this.files = files;
        this.names = names;
        this.count = count;
    }

    /**
     * One file, or all files below a directory.
     *
     * @param path a file or directory
     * @return the files
     */
    public static SourceFiles at(Path path) {
        return new SourceFiles(path, null, name -> true, DEFAULT_COUNT);
    }

    /**
     * A list of files.
     *
     * @param root the directory they are all in
     * @param files paths, absolute or from the root
     * @return the files
     */
    public static SourceFiles of(Path root, List<Path> files) {
        return new SourceFiles(root, List.copyOf(files), name -> true, DEFAULT_COUNT);
    }

    /**
     * Takes only some of the files below a directory. A file that was named is always taken.
     *
     * @param test is asked with the name of each file: its path from the root with forward slashes
     * @return new files
     */
    public SourceFiles named(Predicate<String> test) {
        return new SourceFiles(root, files, test, count);
    }

    /**
     * Sets the most files there may be, {@value #DEFAULT_COUNT} unless set.
     *
     * @param most a number
     * @return new files
     */
    public SourceFiles atMost(int most) {
        return new SourceFiles(root, files, names, most);
    }

    /**
     * Where the files are.
     *
     * @return the file or directory given
     */
    public Path root() {
        return root;
    }

    /**
     * What the files are called together, the same on every machine.
     *
     * @return name of the file or directory given, without what it lies in
     */
    public String name() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "files" : name.toString();
    }

    /**
     * Looks up the files.
     *
     * @return the files, sorted by name. One that leads out of the root is among them, and refused when it is opened
     * @throws SourceException if the root cannot be read, holds no file to read, or more files than it may
     */
    public List<InputFile> list() {
        List<InputFile> found = new ArrayList<>();
        try {
            if (files != null) {
                files.stream().distinct().forEach(f -> add(found, root.toAbsolutePath(), f));
            } else if (Files.isDirectory(root)) {
                walk(found, root.toRealPath());
            } else if (Files.exists(root)) {
                found.add(InputFile.of(root));
            } else {
                throw refused("no such file or directory", null);
            }
        } catch (IOException e) {
            throw refused("cannot be listed", e);
        }
        if (found.isEmpty()) { // an empty folder is a mistake more often than an answer, and must not give up what was
            // read before
            throw refused("there is no file to read", null);
        }
        found.sort(Comparator.comparing(InputFile::name));
        return List.copyOf(found);
    }

    private void walk(List<InputFile> found, Path base) throws IOException {
        Files.walkFileTree(base, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A link to a directory is not followed: inside the root its files are met anyway.
                boolean read = attributes.isRegularFile() || (attributes.isSymbolicLink() && !Files.isDirectory(file));
                if (read && names.test(nameOf(base, file))) {
                    add(found, base, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void add(List<InputFile> found, Path base, Path file) {
        if (found.size() == count) {
            throw refused("more than " + count + " files", null);
        }
        Path path = base.resolve(file);
        found.add(new InputFile(base, path, nameOf(base, path)));
    }

    private static String nameOf(Path base, Path file) {
        return StreamSupport.stream(base.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private SourceException refused(String cause, @Nullable IOException e) {
        return new SourceException(new Rejection(root.toString(), "", cause), e);
    }
}
