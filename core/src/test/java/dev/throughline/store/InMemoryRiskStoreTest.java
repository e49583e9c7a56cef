package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class InMemoryRiskStoreTest implements RiskStoreContract {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = ((InstantSource) () -> Instant.now().plus(ahead.get())).withZone(ZoneOffset.UTC);
    private final RiskStore store = new InMemoryRiskStore(clock);

    @Override
    public RiskStore store() {
        return store;
    }

    /** There is nothing to close. */
    @Override
    public RiskStore reopen() {
        return store;
    }

    @Override
    public void passes(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    @Test
    void aClockThatIsSetBackDoesNotChangeTheOrderOfRuns() {
        Snapshot first = commit(snapshot(SHOP, "first"));
        passes(Duration.ofHours(-1));
        Snapshot second = commit(snapshot(SHOP, "second"));

        assertThat(second.committedAt()).isEqualTo(first.committedAt());
        assertThat(store.headsAt(first.committedAt())).containsExactly(second);
        assertThat(store.headsAt(clock.instant())).isEmpty();
    }
}
