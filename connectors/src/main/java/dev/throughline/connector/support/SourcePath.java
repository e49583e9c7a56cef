package dev.throughline.connector.support;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths as scanners print them: from the root of what they scanned, with or without a slash or a dot before it. */
public final class SourcePath {
    private SourcePath() {}

    /**
     * One form for all of them. It is text: nothing is looked up.
     *
     * @param path a path with slashes or backslashes; null if there is none
     * @return the path from the root of the repository or image, such as {@code src/app.py}, in which no step leads out; null
     *     if nothing is left of it
     */
    public static @Nullable String of(@Nullable String path) {
        if (path == null) {
            return null;
        }
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return steps.isEmpty() ? null : String.join("/", steps);
    }
}
