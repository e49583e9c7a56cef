package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.store.InMemoryRiskStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    private static final AssetKey ALICE = AssetKey.of(AssetKind.IDENTITY, "entra/alice");
    private static final AssetKey OWNER = AssetKey.of(
            AssetKind.CLOUD_ROLE, "/subscriptions/s/providers/microsoft.authorization/roledefinitions/owner");

    @Test
    void aRoleCanBeActivatedUntilTheEligibilityEnds() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        try (Throughline throughline =
                Throughline.storedIn(new InMemoryRiskStore(clock)).at(clock)) {
            throughline.ingest(new Estate()
                    .asset(AssetKind.IDENTITY, ALICE, Map.of())
                    .asset(AssetKind.CLOUD_ROLE, OWNER, Map.of())
                    .relation(
                            ALICE,
                            RelationType.ELIGIBLE_FOR,
                            OWNER,
                            Map.of("until", now.get().plusSeconds(60).toString())));
            Assessment before = throughline.assess();
            now.set(now.get().plus(Duration.ofDays(1)));
            Assessment after = throughline.assess();

            assertThat(before.attackGraph().steps())
                    .extracting(AttackStep::from, AttackStep::edge, AttackStep::to)
                    .containsExactly(tuple(ALICE, "AzurePrincipalActivatesRole", OWNER));
            assertThat(after.attackGraph().steps()).isEmpty();
            assertThat(after.id()).isNotEqualTo(before.id());
        }
    }
}
