package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");

    private static Assessment assessment() {
        return new Estate()
                .deployment("api")
                .relation(Estate.workload("api"), RelationType.MOUNTS, SECRET)
                .asset(SECRET, Map.of())
                .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE)
                .asset(AssetKind.DATA_STORE, STORE, Map.of("type", "AWS::S3::Bucket"))
                .classified('a', "sensitive", "cloud:*", Map.of())
                .deployment("idle")
                .assess();
    }

    @Test
    void tellWhatCanBeReachedByKind() {
        ReachedAssets reach = assessment().reachability().from(Estate.workload("api"));

        assertThat(reach.byKind()).containsEntry("SecretObject", 1).containsEntry("DataStore", 1);
        assertThat(reach.assets())
                .isEqualTo(reach.byKind().values().stream().mapToInt(i -> i).sum());
        assertThat(reach.sensitive()).containsExactly(STORE);
        assertThat(reach.critical()).isEmpty();
    }

    @Test
    void areNothingWhereNoStepStarts() {
        assertThat(assessment().reachability().from(STORE))
                .isEqualTo(new ReachedAssets(STORE, 0, Map.of(), List.of(), List.of()));
        assertThat(assessment().reachability().from(Estate.workload("nobody")).assets())
                .isZero();
    }

    @Test
    void countForManyAtOnceWhatTheyCountForEach() {
        Reachability reachability = assessment().reachability();
        List<AssetKey> assets = List.of(STORE, Estate.workload("nobody"), SECRET, Estate.workload("api"));

        assertThat(reachability.counts(assets).keySet()).containsExactlyElementsOf(assets);
        reachability
                .counts(assets)
                .forEach((asset, count) ->
                        assertThat(count).isEqualTo(reachability.from(asset).assets()));
        assertThat(reachability.counts(assets)).containsEntry(SECRET, 1);
    }
}
