package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PartitionBufferTest {
    private static List<Chunk> chunks(List<Consumer<PartitionBuffer>> facts) {
        PartitionBuffer buffer = new PartitionBuffer();
        facts.forEach(fact -> fact.accept(buffer));
        return buffer.chunks();
    }

    @Test
    void packsTheSameFactsTheSameWayInWhateverOrderTheyCome() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Consumer<PartitionBuffer>> facts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                AssetKey node = AssetKey.of(AssetKind.NODE, "prod/" + random.nextInt(20));
                Asset asset = new Node(node, maybe(random), null, null, maybe(random), maybe(random));
                Relation relation = new Relation(
                        Estate.inShop(AssetKind.SERVICE_ACCOUNT, "a" + random.nextInt(3)),
                        RelationType.HAS_ROLE,
                        Estate.inShop(AssetKind.ROLE, "r" + random.nextInt(3)),
                        Map.of("scope", "s" + random.nextInt(3)));
                facts.add(buffer -> buffer.accept(asset));
                facts.add(buffer -> buffer.accept(relation));
            }
            List<Chunk> once = chunks(facts);
            Collections.shuffle(facts, random);

            assertThat(chunks(facts)).as("seed %d", seed).isEqualTo(once);
        }
    }

    private static String maybe(Random random) {
        return random.nextBoolean() ? null : "v" + random.nextInt(3);
    }

    @Test
    void countsEachFactOnce() {
        List<Consumer<PartitionBuffer>> twice = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            twice.add(buffer -> buffer.accept(Estate.known(AssetKind.NODE)));
            twice.add(buffer -> buffer.accept(new Relation(Estate.CLUSTER, RelationType.CONTAINS, Estate.node("n1"))));
        }

        assertThat(chunks(twice)).extracting(Chunk::facts).containsExactly(2);
    }

    @Test
    void cutsManyFactsIntoSeveralChunks() {
        PartitionBuffer buffer = new PartitionBuffer();
        for (int i = 0; i < 25_000; i++) {
            buffer.accept(AssetKind.NODE.unknown(AssetKey.of(AssetKind.NODE, "prod/n" + i)));
        }

        assertThat(buffer.chunks()).extracting(Chunk::facts).containsExactly(10_000, 10_000, 5_000);
    }

    @Test
    void holdsNoChunkWhereNothingWasSaid() {
        assertThat(chunks(List.of())).isEmpty();
    }

    @Test
    void countsAllRejectionsAndKeepsTheFirst() {
        PartitionBuffer buffer = new PartitionBuffer();
        for (int i = 0; i < 1_500; i++) {
            buffer.reject(new Rejection("a.json", "/" + i, "not an image"));
        }

        assertThat(buffer.rejected()).isEqualTo(1_500);
        assertThat(buffer.rejections()).hasSize(1_000);
        assertThat(buffer.rejections().get(0)).hasToString("a.json /0: not an image");
    }
}
