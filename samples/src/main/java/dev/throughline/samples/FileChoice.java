package dev.throughline.samples;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.throughline.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that the paths of a source stand for. A path may be a glob, with {@code *}, {@code **}, {@code ?}, {@code [ ]}
 * and {@code { }} as in {@link java.nio.file.FileSystem#getPathMatcher}.
 *
 * @param root what the one path names, or else the folder that all files are in, as deep as no glob begins
 * @param files the files, sorted; null if there is one path, and it is not a glob
 */
record FileChoice(Path root, @Nullable List<Path> files) {
    private static final CharMatcher GLOB = CharMatcher.anyOf("*?[{");

    /**
     * Looks up files.
     *
     * @param folder where relative paths start
     * @param paths paths and globs with forward slashes; at least one
     * @throws IllegalArgumentException if a path names nothing, or is not one
     * @throws UncheckedIOException if a folder cannot be listed
     */
    static FileChoice of(Path folder, List<String> paths) {
        if (paths.size() == 1 && GLOB.matchesNoneOf(paths.get(0))) {
            return new FileChoice(existing(folder, paths.get(0)), null);
        }
        TreeSet<Path> files = new TreeSet<>();
        @Nullable Path root = null;
        for (String path : paths) {
            Path top = folder.resolve(top(path)).normalize();
            files.addAll(GLOB.matchesNoneOf(path) ? List.of(file(folder, path)) : matching(top, path));
            root = root == null ? top : common(root, top);
        }
        return new FileChoice(Objects.requireNonNull(root), List.copyOf(files));
    }

    /** The folder that a path names, or that no glob of it begins above. */
    private static String top(String path) {
        int glob = GLOB.indexIn(path);
        int end = path.lastIndexOf('/', glob < 0 ? path.length() : glob);
        return end < 0 ? "" : path.substring(0, Math.max(end, 1));
    }

    private static Path common(Path a, Path b) {
        Path common = a;
        while (!b.startsWith(common)) {
            common = Objects.requireNonNullElse(common.getParent(), b.getRoot());
        }
        return common;
    }

    private static List<Path> matching(Path top, String path) {
        String glob = path.substring(path.lastIndexOf('/', GLOB.indexIn(path)) + 1);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : Splitter.on('/').splitToList(glob).size();
        if (!Files.isDirectory(top)) {
            throw new IllegalArgumentException("no such folder: " + Text.quote(top(path)));
        }
        List<Path> found = below(top, depth).stream()
                .filter(file -> matcher.matches(top.relativize(file)))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no file fits " + Text.quote(path));
        }
        return found;
    }

    private static List<Path> below(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path folder, String path) {
        Path named = folder.resolve(path).normalize();
        if (!Files.exists(named)) {
            throw new IllegalArgumentException("no such file or folder: " + Text.quote(path));
        }
        return named;
    }

    private static Path file(Path folder, String path) {
        Path file = existing(folder, path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("not a file, as each path of a list must be: " + Text.quote(path));
        }
        return file;
    }

    /**
     * Some of the files. Globs are as in a path, and start from the root.
     *
     * @param include globs of which each file must fit one; all files do if there are none
     * @param exclude globs that no file may fit
     * @throws IllegalArgumentException if an inclusion fits nothing, or no file is left
     * @throws UncheckedIOException if a folder cannot be listed
     */
    FileChoice only(List<String> include, List<String> exclude) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return this;
        }
        if (files == null && (include.isEmpty() || !Files.isDirectory(root))) {
            throw new IllegalArgumentException(
                    "of a folder, 'include' says which files are read before 'exclude' takes some"
                            + " away; one file leaves no choice");
        }
        TreeSet<Path> left = new TreeSet<>();
        if (include.isEmpty()) {
            left.addAll(Objects.requireNonNull(files));
        }
        for (String glob : include) {
            List<Path> fitting = fitting(glob, files == null ? below(root, Integer.MAX_VALUE) : files);
            if (fitting.isEmpty()) {
                throw new IllegalArgumentException("no file fits " + Text.quote(glob));
            }
            left.addAll(fitting);
        }
        exclude.forEach(glob -> left.removeAll(fitting(glob, left)));
        if (left.isEmpty()) {
            throw new IllegalArgumentException("'exclude' leaves no file");
        }
        return new FileChoice(root, List.copyOf(left));
    }

    private List<Path> fitting(String glob, Collection<Path> among) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return among.stream()
                .filter(file -> matcher.matches(root.relativize(file)))
                .toList();
    }

    /** What a connector makes of one file or folder, or of several files below a folder. */
    <C> C read(Function<Path, C> one, BiFunction<Path, List<Path>, C> several) {
        return files == null ? one.apply(root) : several.apply(root, files);
    }

    /**
     * The one folder.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    Path folder() {
        if (files != null || !Files.isDirectory(root)) {
            throw new IllegalArgumentException("the path of such a source is one folder");
        }
        return root;
    }

    /**
     * The one file.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    Path file() {
        if (files != null && files.size() == 1) {
            return files.get(0);
        }
        if (files != null || !Files.isRegularFile(root)) {
            throw new IllegalArgumentException("the path of such a source is one file");
        }
        return root;
    }
}
