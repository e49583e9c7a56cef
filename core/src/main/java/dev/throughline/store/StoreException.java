package dev.throughline.store;

import dev.throughline.model.ThroughlineException;
import org.jspecify.annotations.Nullable;

/** The store could not be reached, refused, or holds something this version cannot read. Nothing committed is lost. */
public class StoreException extends ThroughlineException {
    private static final long serialVersionUID = 1;

    /**
     * Wraps a cause.
     *
     * @param message one sentence that names the store and what went wrong
     * @param cause what was thrown, if anything was
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
