package dev.throughline.store;

import dev.throughline.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The right to commit a scope. It is held until it is released, used, or taken by another writer after its time was over.
 *
 * @param scope the scope
 * @param fence its number; every lease of a scope has a greater one than the leases before it
 * @param head head of the scope when the lease was taken, also one that {@linkplain Snapshot#saysNothing() says nothing};
 *     null if the scope was never committed. Stays the head as long as the lease is held
 */
public record Lease(Scope scope, long fence, @Nullable Snapshot head) {
    /**
     * The number of the run that this lease may commit.
     *
     * @return one more than that of the head; 1 if there is none
     */
    public long nextRun() {
        return head == null ? 1 : head.run() + 1;
    }
}
