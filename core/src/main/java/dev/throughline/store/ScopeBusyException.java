package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Instant;

/** Another writer holds the lease of the scope. Nothing was changed; trying again later may help. */
public final class ScopeBusyException extends ConflictException {
    private static final long serialVersionUID = 1;

    private final Instant until;

    /**
     * Names the scope.
     *
     * @param scope the scope
     * @param until when the lease of the other writer ends if it is not renewed, by the clock of the store
     */
    public ScopeBusyException(Scope scope, Instant until) {
        super("scope " + scope + " is leased by another writer until " + until);
        this.until = until;
    }

    /**
     * When the scope is free at the latest, if the lease of the other writer is not renewed.
     *
     * @return the time by the clock of the store
     */
    public Instant until() {
        return until;
    }
}
