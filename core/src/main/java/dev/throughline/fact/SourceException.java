package dev.throughline.fact;

import dev.throughline.model.ThroughlineException;
import org.jspecify.annotations.Nullable;

/** A source, or a part of it, could not be read. The message names the file or address, the position and the cause. */
public final class SourceException extends ThroughlineException {
    private static final long serialVersionUID = 1;

    /**
     * Wraps a cause.
     *
     * @param rejection what could not be read, where, and why
     * @param cause what was thrown, if anything was
     */
    public SourceException(Rejection rejection, @Nullable Throwable cause) {
        super(rejection.toString(), cause);
    }
}
