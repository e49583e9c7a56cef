package dev.throughline.store;

import dev.throughline.model.Scope;

/** What was to be committed is out of date. Nothing was changed; reading the source again is safe. */
public sealed class ConflictException extends StoreException permits ScopeBusyException {
    private static final long serialVersionUID = 1;

    ConflictException(String message) {
        super(message, null);
    }

    /**
     * The lease is not held any more.
     *
     * @param lease the lease
     * @return names its scope
     */
    public static ConflictException leaseLost(Lease lease) {
        return new ConflictException("scope " + lease.scope() + " is not leased any more under number " + lease.fence()
                + ": it was released, used, or taken by another writer");
    }

    /**
     * A chunk of the draft is not stored.
     *
     * @param scope scope of the draft
     * @param hash hash of the chunk
     * @return names both
     */
    public static ConflictException chunkMissing(Scope scope, String hash) {
        return new ConflictException("scope " + scope + " names chunk " + hash
                + ", which is not stored: chunks were collected meanwhile, read again");
    }
}
