package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * Something outside the program went wrong: an input, a store, a network. Its subclasses say which. Wrong use of the API
 * is told by {@link IllegalArgumentException} and {@link IllegalStateException} instead.
 */
public abstract class ThroughlineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Wraps a cause.
     *
     * @param message one sentence that names what went wrong and where
     * @param cause what was thrown, if anything was
     */
    protected ThroughlineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
