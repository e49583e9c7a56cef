package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class InMemoryRiskStoreTest extends RiskStoreContract {
    private static final Scope SHOP = new Scope("github", "acme/shop");

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = ((InstantSource) () -> Instant.now().plus(ahead.get())).withZone(ZoneOffset.UTC);
    private final RiskStore store = new InMemoryRiskStore(clock);

    @Override
    protected RiskStore store() {
        return store;
    }

    /** There is nothing to close. */
    @Override
    protected RiskStore reopen() {
        return store;
    }

    @Override
    protected void passes(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    @Test
    void aClockThatIsSetBackDoesNotChangeTheOrderOfRuns() {
        Snapshot first = commit("first");
        passes(Duration.ofHours(-1));
        Snapshot second = commit("second");

        assertThat(second.committedAt()).isEqualTo(first.committedAt());
        assertThat(store.headsAt(first.committedAt())).containsExactly(second);
        assertThat(store.headsAt(clock.instant())).isEmpty();
    }

    private Snapshot commit(String partition) {
        PartitionState state = new PartitionState(partition, List.of(), 0, Instant.EPOCH, null);
        return store.commit(
                new Snapshot(SHOP, 0, List.of(state), null, null), store.lease(SHOP, Duration.ofMinutes(1)));
    }
}
