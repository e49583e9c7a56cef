package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import dev.throughline.Estate;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartitionReadingTest {
    private static List<Chunk> chunks(List<Consumer<FactSink>> facts) {
        try (PartitionReading reading = new PartitionReading(read -> {})) {
            facts.forEach(fact -> fact.accept(reading));
            return chunks(reading);
        }
    }

    private static List<Chunk> chunks(PartitionReading reading) {
        List<Chunk> chunks = new ArrayList<>();
        reading.pack(chunks::add);
        return chunks;
    }

    @Test
    void packsTheSameFactsTheSameWayInWhateverOrderTheyCome() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Consumer<FactSink>> facts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                AssetKey node = AssetKey.of(AssetKind.NODE, "prod/" + random.nextInt(20));
                Asset asset = new Node(node, maybe(random), null, null, maybe(random), maybe(random));
                Relation relation = new Relation(
                        Estate.inShop(AssetKind.SERVICE_ACCOUNT, "a" + random.nextInt(3)),
                        RelationType.HAS_ROLE,
                        Estate.inShop(AssetKind.ROLE, "r" + random.nextInt(3)),
                        Map.of("scope", "s" + random.nextInt(3)));
                facts.add(sink -> sink.accept(asset));
                facts.add(sink -> sink.accept(relation));
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
        List<Consumer<FactSink>> twice = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            twice.add(sink -> sink.accept(Estate.known(AssetKind.NODE)));
            twice.add(sink -> sink.accept(new Relation(Estate.CLUSTER, RelationType.CONTAINS, Estate.node("n1"))));
        }

        assertThat(chunks(twice)).extracting(Chunk::facts).containsExactly(2);
    }

    @Test
    void cutsManyFactsIntoSeveralChunks() {
        try (PartitionReading reading = new PartitionReading(read -> {})) {
            readNodes(reading, 25_000);

            assertThat(chunks(reading)).extracting(Chunk::facts).containsExactly(10_000, 10_000, 5_000);
        }
    }

    private static void readNodes(FactSink sink, int nodes) {
        for (int i = 0; i < nodes; i++) {
            sink.accept(AssetKind.NODE.unknown(AssetKey.of(AssetKind.NODE, "prod/n" + i)));
        }
    }

    @Test
    void cutsLongTextsIntoSmallerChunks() {
        List<Consumer<FactSink>> facts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Asset node = new Node(Estate.node("n" + i), "x".repeat(1 << 20), null, null, null, null);
            facts.add(sink -> sink.accept(node));
        }

        assertThat(chunks(facts)).extracting(Chunk::facts).containsExactly(4, 4, 2);
    }

    @Test
    void keepsWhatDoesNotFitInFilesAndGivesItBackTheSameWay() {
        List<Consumer<FactSink>> facts = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 450_000; i++) {
            AssetKey key = Estate.node("n" + random.nextInt(200_000));
            Asset node = new Node(key, maybe(random), null, null, null, maybe(random));
            Relation relation = new Relation(Estate.CLUSTER, RelationType.CONTAINS, key);
            facts.add(sink -> sink.accept(node));
            facts.add(sink -> sink.accept(relation));
        }
        List<Chunk> once = chunks(facts);
        Collections.shuffle(facts, random);

        assertThat(chunks(facts)).isEqualTo(once);
        Set<AssetKey> keys = new HashSet<>();
        once.forEach(chunk -> DecodedFacts.of(chunk).assets().forEach(asset -> {
            assertThat(keys.add(asset.key())).isTrue();
        }));
        assertThat(once.stream().mapToInt(Chunk::facts).sum()).isEqualTo(2 * keys.size());
    }

    @Test
    void leavesNoFilesBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> before = spools(temporary);
        try (PartitionReading reading = new PartitionReading(read -> {})) {
            readNodes(reading, 250_000);
            assertThat(Sets.difference(spools(temporary), before)).isNotEmpty();
        }

        assertThat(Sets.difference(spools(temporary), before)).isEmpty();
    }

    private static Set<Path> spools(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("throughline-spool"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void givesTheSameHashToTheSameFactsInTheSameOrder() {
        Asset one = Estate.known(AssetKind.NODE);
        Asset other = Estate.known(AssetKind.POD);
        Relation relation = new Relation(Estate.CLUSTER, RelationType.CONTAINS, Estate.node("n1"));

        assertThat(hash(one, other, relation)).isEqualTo(hash(one, other, relation));
        assertThat(List.of(hash(one), hash(other), hash(one, other), hash(other, one), hash(one, one), hash(relation)))
                .doesNotHaveDuplicates();
    }

    private static String hash(Object... facts) {
        try (PartitionReading reading = new PartitionReading(read -> {})) {
            for (Object fact : facts) {
                if (fact instanceof Asset asset) {
                    reading.accept(asset);
                } else {
                    reading.accept((Relation) fact);
                }
            }
            return reading.hash();
        }
    }

    @Test
    void holdsNoChunkWhereNothingWasSaid() {
        assertThat(chunks(List.of())).isEmpty();
    }

    @Test
    void countsAllRejectionsAndKeepsTheFirst() {
        try (PartitionReading reading = new PartitionReading(read -> {})) {
            for (int i = 0; i < 1_500; i++) {
                reading.reject(new Rejection("a.json", "/" + i, "not an image"));
            }

            assertThat(reading.rejected()).isEqualTo(1_500);
            assertThat(reading.rejections()).hasSize(1_000);
            assertThat(reading.rejections().get(0)).hasToString("a.json /0: not an image");
        }
    }
}
