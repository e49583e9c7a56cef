package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theOrderAndTimeOfAReadingAreNoNews() {
        Snapshot said = snapshot(new PartitionState("p", List.of("a"), 1, NOON, null, "one", null));

        assertThat(said.saysTheSameAs(snapshot(new PartitionState("p", List.of("a"), 1, NOON, null, "two", null))))
                .isTrue();
        assertThat(said.saysTheSameAs(snapshot(new PartitionState("p", List.of("a"), 1, Instant.EPOCH, null))))
                .isTrue();
    }

    @Test
    void aReadingThatIsHeldBackIsNews() {
        Snapshot said = snapshot(held(null));

        assertThat(said.saysTheSameAs(snapshot(held("h")))).isFalse();
        assertThat(snapshot(held("h")).saysTheSameAs(snapshot(held("h")))).isTrue();
        assertThat(snapshot(held("h")).saysTheSameAs(snapshot(held("i")))).isFalse();
    }

    @Test
    void factsReasonsAndPartitionsAreNews() {
        Snapshot said = snapshot(new PartitionState("p", List.of("a"), 1, NOON, null));

        assertThat(said.saysTheSameAs(snapshot(new PartitionState("p", List.of("b"), 1, NOON, null))))
                .isFalse();
        assertThat(said.saysTheSameAs(snapshot(new PartitionState("p", List.of("a"), 1, NOON, "HTTP 403"))))
                .isFalse();
        assertThat(said.saysTheSameAs(snapshot())).isFalse();
        assertThat(said.saysTheSameAs(new Snapshot(said.scope(), 0, said.partitions(), "HTTP 403", null)))
                .isFalse();
    }

    @Test
    void theHashOfAReadingHasALimit() {
        assertThatThrownBy(() -> held("h".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> held("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PartitionState held(@Nullable String hash) {
        return new PartitionState("p", List.of("a"), 1, NOON, null, "r", hash);
    }

    private static Snapshot snapshot(PartitionState... partitions) {
        return new Snapshot(new Scope("github", "acme"), 0, List.of(partitions), null, null);
    }
}
