package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who may write, and how writers share a store. */
public interface LeaseContract extends StoreUnderTest {
    @Test
    default void aLeaseKeepsOtherWritersOut() {
        store().lease(SHOP, MINUTE);

        assertThatThrownBy(() -> store().lease(SHOP, MINUTE))
                .isInstanceOfSatisfying(
                        ScopeBusyException.class, e -> assertThat(e).hasMessageContaining(String.valueOf(e.until())))
                .hasMessageStartingWith("scope github:acme/shop is leased by another writer until ");
        assertThat(commit(snapshot(LIBRARY, "p")).run()).isEqualTo(1);
    }

    @Test
    default void aLeaseKnowsTheHead() {
        assertThat(store().heads()).isEmpty();
        Lease first = store().lease(SHOP, MINUTE);
        assertThat(first.head()).isNull();

        Snapshot committed = store().commit(snapshot(SHOP, "p"), first);

        Lease second = store().lease(SHOP, MINUTE);
        assertThat(second.head()).isEqualTo(committed);
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    default void whoLostTheLeaseIsRefusedEvenIfNothingWasCommittedSince() {
        Lease lost = store().lease(SHOP, Duration.ofMillis(300));
        passes(MINUTE);
        Lease held = store().lease(SHOP, MINUTE);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "late"), lost))
                .isInstanceOf(ConflictException.class)
                .hasMessageStartingWith("scope github:acme/shop is not leased any more");
        assertThatThrownBy(() -> store().renew(lost, MINUTE)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().seen(lost)).isInstanceOf(ConflictException.class);
        store().release(lost);

        assertThat(store().lastSeen(SHOP)).isEmpty();
        assertThat(store().commit(snapshot(SHOP, "in time"), held).run()).isEqualTo(1);
        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "late"), lost)).isInstanceOf(ConflictException.class);
    }

    @Test
    default void aLeaseWhoseTimeIsOverMayStillCommitIfNobodyTookIt() {
        Lease lease = store().lease(SHOP, Duration.ofMillis(300));
        passes(MINUTE);

        assertThat(store().commit(snapshot(SHOP, "p"), lease).run()).isEqualTo(1);
    }

    @Test
    default void aRenewedLeaseKeepsOthersOutForLonger() {
        Lease lease = store().lease(SHOP, MINUTE);
        store().renew(lease, MINUTE.multipliedBy(3));
        passes(MINUTE.multipliedBy(2));

        assertThatThrownBy(() -> store().lease(SHOP, MINUTE)).isInstanceOf(ScopeBusyException.class);
        assertThat(store().commit(snapshot(SHOP, "p"), lease).run()).isEqualTo(1);
    }

    @Test
    default void aReleasedLeaseIsFree() {
        Lease released = store().lease(SHOP, MINUTE);
        store().release(released);
        store().release(released);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "p"), released)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().renew(released, MINUTE)).isInstanceOf(ConflictException.class);
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(commit(snapshot(SHOP, "p")).run()).isEqualTo(1);
    }

    @Test
    default void aCommitEndsTheLease() {
        Lease used = store().lease(SHOP, MINUTE);
        Snapshot committed = store().commit(snapshot(SHOP, "first"), used);

        assertThatThrownBy(() -> store().commit(snapshot(SHOP, "second"), used)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store().seen(used)).isInstanceOf(ConflictException.class);
        assertThat(store().heads()).containsExactly(committed);
        assertThat(commit(snapshot(SHOP, "second")).run()).isEqualTo(2);
    }

    @Test
    default void takesNoteThatAScopeWasReadAndEndsTheLease() {
        Lease lease = store().lease(SHOP, MINUTE);
        assertThat(store().lastSeen(SHOP)).isEmpty();

        store().seen(lease);

        assertThat(store().lastSeen(SHOP)).isPresent();
        assertThat(store().head(SHOP)).isEmpty();
        assertThat(store().heads()).isEmpty();
        assertThat(commit(snapshot(SHOP, "p")).run()).isEqualTo(1);
    }

    @Test
    default void aLeaseIsGoodForItsOwnScopeOnly() {
        Lease lease = store().lease(SHOP, MINUTE);

        assertThatThrownBy(() -> store().commit(snapshot(LIBRARY, "p"), lease))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void severalWritersOfOneScopeGiveTheResultOfOne() throws Exception {
        long rounds = 15;
        inParallel(4, writer -> {
            for (int round = 0; round < rounds; round++) {
                Lease lease = leaseWhenFree(SHOP);
                Snapshot head = lease.head();
                long count = head == null ? 0 : head.facts();
                PartitionState next = new PartitionState("count", List.of(), count + 1, NOON, null);
                store().commit(new Snapshot(SHOP, 0, List.of(next), null, null), lease);
            }
            return true;
        });

        Snapshot head = store().head(SHOP).orElseThrow();
        assertThat(head.facts()).isEqualTo(4 * rounds);
        assertThat(head.run()).isEqualTo(4 * rounds);
    }

    @Test
    default void writersOfDifferentScopesDoNotDisturbEachOther() throws Exception {
        List<Snapshot> committed = Collections.synchronizedList(new ArrayList<>());
        inParallel(6, writer -> {
            Scope scope = new Scope("sarif", "writer-" + writer);
            for (int round = 0; round < 10; round++) {
                store().write(List.of(chunk(round)));
                committed.add(commit(naming(scope, chunk(round))));
            }
            return true;
        });

        assertThat(store().heads()).hasSize(6).allMatch(head -> head.run() == 10);
        assertThat(committed)
                .allSatisfy(
                        run -> assertThat(store().headsAt(run.committedAt())).contains(run));
    }

    private Lease leaseWhenFree(Scope scope) {
        while (true) {
            try {
                return store().lease(scope, MINUTE);
            } catch (ScopeBusyException e) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
