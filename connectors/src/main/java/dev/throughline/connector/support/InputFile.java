package dev.throughline.connector.support;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file below a root that it may not leave.
 *
 * @param root directory that the file lies in once symbolic links are followed, or the file itself
 * @param path the file
 * @param name how the file is called in messages and as a partition: its path from the root with forward slashes, the
 *     same on every machine
 */
public record InputFile(Path root, Path path, String name) {
    /**
     * A file by its name below a root. Nothing is opened.
     *
     * @param root a directory
     * @param name path from the root with forward slashes
     * @return the file, which need not exist
     * @throws SourceException if the name cannot be one of a file
     */
    public static InputFile of(Path root, String name) {
        try {
            return new InputFile(root, root.resolve(name), name);
        } catch (IllegalArgumentException e) {
            throw new SourceException(new Rejection(name, "", "not the name of a file"), e);
        }
    }

    /**
     * A single file, called by its own name. Where it is a symbolic link, that was meant.
     *
     * @param path the file
     * @return the file
     */
    public static InputFile of(Path path) {
        Path absolute = path.toAbsolutePath();
        Path name = path.getFileName();
        return new InputFile(absolute, absolute, name == null ? path.toString() : name.toString());
    }

    /**
     * Whether there is such a file, followed through symbolic links.
     *
     * @return whether it exists, readable or not
     */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Opens the file.
     *
     * @return its bytes as they are
     * @throws SourceException if it cannot be opened, is no regular file, or lies outside its root
     */
    public InputStream open() {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                throw refused("leads out of the folder that is read");
            }
            if (!Files.isRegularFile(real)) {
                throw refused("not a regular file");
            }
            return Files.newInputStream(real);
        } catch (NoSuchFileException e) {
            throw new SourceException(new Rejection(name, "", "no such file"), e);
        } catch (IOException e) {
            throw new SourceException(new Rejection(name, "", "cannot be opened"), e);
        }
    }

    private SourceException refused(String cause) {
        return new SourceException(new Rejection(name, "", cause), null);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
