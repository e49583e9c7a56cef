package dev.throughline.store;

import dev.throughline.model.Scope;

/** Another writer committed the scope in between. Nothing was changed; reading the source again is safe. */
public final class ConflictException extends StoreException {
    private static final long serialVersionUID = 1;

    /**
     * Names the scope.
     *
     * @param scope scope that was committed by another writer
     * @param expected run that was the head when this one started; 0 for none
     * @param actual run that is the head now
     */
    public ConflictException(Scope scope, long expected, long actual) {
        super(
                "scope " + scope + " is at run " + actual + ", not at run " + expected + ": another writer was faster",
                null);
    }
}
