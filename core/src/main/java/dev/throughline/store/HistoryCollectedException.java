package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Instant;

/** What was asked for lies before the history that is still kept. */
public final class HistoryCollectedException extends StoreException {
    private static final long serialVersionUID = 1;

    /**
     * Names the scope.
     *
     * @param scope the scope
     * @param asked the time that was asked for
     * @param since commit of the oldest run that is kept
     */
    public HistoryCollectedException(Scope scope, Instant asked, Instant since) {
        super("the history of scope " + scope + " is kept since " + since + ", not at " + asked, null);
    }
}
