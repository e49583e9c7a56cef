package dev.throughline.samples;

import dev.throughline.connector.attestation.SignaturePolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The sources that an estate file lists.
 *
 * @param name name of the estate; null if the file gives none
 * @param file the file; its paths start from the folder it lies in
 * @param sources the sources, in the order of the file
 * @param trust whose signatures on attestations count; null if the file does not say
 */
record Estate(
        @Nullable String name,
        Path file,
        List<Source> sources,
        @Nullable SignaturePolicy trust) {
    Estate {
        sources = List.copyOf(sources);
    }

    /**
     * One source.
     *
     * @param line line of the file on which it starts, from 1
     * @param type its type
     * @param paths files and globs, or one folder; none only if the source is not files
     * @param include globs of which each file must fit one; empty for all files
     * @param exclude globs that no file may fit
     * @param settings the other fields by name
     */
    record Source(
            int line,
            SourceType type,
            List<String> paths,
            List<String> include,
            List<String> exclude,
            Map<String, String> settings) {
        Source {
            paths = List.copyOf(paths);
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
            settings = Map.copyOf(settings);
        }

        String path() {
            return paths.isEmpty() ? required("uri") : String.join(", ", paths);
        }

        /** A setting without which the file is refused. */
        String required(String name) {
            return Objects.requireNonNull(settings.get(name));
        }

        /** What a setter makes of something by an optional setting, or the same if it is not set. */
        <C> C with(String name, C connector, BiFunction<C, String, C> setter) {
            String value = settings.get(name);
            return value == null ? connector : setter.apply(connector, value);
        }
    }
}
