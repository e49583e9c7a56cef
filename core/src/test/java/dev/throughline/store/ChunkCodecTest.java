package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.throughline.Estate;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkCodecTest {
    private static final byte[] MAGIC = {'T', 'L', 'C'};
    private static final AssetKey N1 = AssetKey.parse("node:prod/n1");

    private static List<Asset> assets(Chunk chunk) {
        return DecodedFacts.of(chunk).assets();
    }

    private static Chunk chunk(ChunkWriter body, int version) {
        return ChunkCodec.pack(body, version, 1);
    }

    /** A chunk with one node that has one attribute. */
    private static ChunkWriter node(String attribute, Object value) {
        return asset("Node", N1, attribute, value);
    }

    private static ChunkWriter asset(String kind, AssetKey key, String attribute, Object value) {
        ChunkWriter body = new ChunkWriter();
        body.number(1);
        body.text(kind);
        body.number(1);
        body.text(attribute);
        body.number(1);
        body.signed(body.numberOf(key.text()));
        body.number(ChunkCodec.ALL);
        body.value(value);
        body.number(0);
        return body;
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEveryKindOfAsset(AssetKind kind) {
        Asset known = Estate.known(kind);
        Asset unknown = kind.unknown(known.key());

        assertThat(assets(ChunkCodec.encode(List.of(known, unknown), List.of())))
                .containsExactly(known, unknown);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEveryTypeOfRelation(RelationType type) {
        List<Relation> said = new ArrayList<>();
        type.ends().forEach((from, to) -> said.add(new Relation(Estate.key(from), type, Estate.key(to))));
        Relation first = said.get(0);
        type.properties()
                .forEach(name -> said.add(new Relation(first.from(), type, first.to(), Map.of(name, "a=b, c\n"))));

        assertThat(DecodedFacts.of(ChunkCodec.encode(List.of(), said)).relations())
                .isEqualTo(said);
    }

    @Test
    void givesTheSameFactsTheSameHash() {
        Asset node = Estate.known(AssetKind.NODE);

        assertThat(ChunkCodec.encode(List.of(node), List.of()))
                .isEqualTo(ChunkCodec.encode(List.of(Estate.known(AssetKind.NODE)), List.of()))
                .isNotEqualTo(ChunkCodec.encode(List.of(AssetKind.NODE.unknown(node.key())), List.of()));
    }

    @Test
    void skipsAnAttributeItDoesNotKnow() {
        assertThat(assets(chunk(node("colour", List.of("red")), ChunkCodec.VERSION)))
                .containsExactly(AssetKind.NODE.unknown(N1));
    }

    @Test
    void takesAnAttributeTheChunkDoesNotKnowForUnknown() {
        assertThat(assets(chunk(node("name", "n1"), ChunkCodec.VERSION)))
                .containsExactly(new Node(N1, "n1", null, null, null, null));
    }

    @Test
    void takesAConstantItDoesNotKnowForUnknown() {
        ChunkWriter body = asset("Repository", AssetKey.repository("github.com/acme/shop"), "visibility", "SECRET");

        assertThat(assets(chunk(body, ChunkCodec.VERSION)))
                .containsExactly(AssetKind.REPOSITORY.unknown(AssetKey.repository("github.com/acme/shop")));
    }

    @Test
    void refusesANewerFormat() {
        refuses(chunk(node("name", "n1"), ChunkCodec.VERSION + 1), "format version 3");
    }

    @Test
    void refusesAnOlderFormat() {
        refuses(chunk(node("name", "n1"), 1), "format version 1");
    }

    @Test
    void givesBackMixedColumnsAndTextsOutsideOfAscii() {
        List<Asset> nodes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            AssetKey key = AssetKey.of(AssetKind.NODE, "prod/nœud-\uD83D\uDE80-" + i);
            nodes.add(new Node(
                    key,
                    i % 3 == 0 ? null : "n" + i,
                    List.of("10.0.0." + i),
                    List.of(),
                    null,
                    i % 2 == 0 ? "v1" : null));
        }

        assertThat(assets(ChunkCodec.encode(nodes, List.of()))).isEqualTo(nodes);
    }

    @Test
    void refusesAKindItDoesNotKnow() {
        ChunkWriter body = new ChunkWriter();
        body.number(1);
        body.text("Spaceship");

        refuses(chunk(body, ChunkCodec.VERSION), "no kind of asset named 'Spaceship'");
    }

    @Test
    void refusesAValueOfAnotherType() {
        refuses(chunk(node("name", 7L), ChunkCodec.VERSION), "cannot be read");
        refuses(chunk(node("internalAddresses", "10.0.0.1"), ChunkCodec.VERSION), "cannot be read");
    }

    @Test
    void refusesWhatIsNotAChunk() {
        byte[] text = "not a chunk".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        refuses(new Chunk(Chunk.hashOf(text), 1, Compression.compress(text)), "does not begin as a chunk");
        refuses(new Chunk(Chunk.hashOf(text), 1, text), "damaged");
        refuses(new Chunk(Chunk.hashOf(text), 1, new byte[0]), "damaged");
    }

    @Test
    void refusesContentOfAnotherHash() {
        Chunk one = ChunkCodec.encode(List.of(Estate.known(AssetKind.NODE)), List.of());
        Chunk other = ChunkCodec.encode(List.of(Estate.known(AssetKind.POD)), List.of());

        refuses(new Chunk(one.hash(), one.facts(), other.bytes()), "another hash");
    }

    @Test
    void refusesADamagedChunkAndNeverMisreadsIt() {
        Chunk sound = ChunkCodec.encode(List.of(Estate.known(AssetKind.NODE)), List.of());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = sound.bytes().clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(assets(new Chunk(sound.hash(), 1, bytes))).containsExactly(Estate.known(AssetKind.NODE));
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining(sound.hash());
            }
        }
    }

    @Test
    void refusesEveryStrangeBodyWithAStoreException() {
        byte[] sound = node("name", "n1").withDictionary(MAGIC, ChunkCodec.VERSION);
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            byte[] packed = Arrays.copyOf(sound, 4 + random.nextInt(sound.length - 3));
            for (int at = 4; at < packed.length; at++) {
                packed[at] = random.nextInt(4) == 0 ? (byte) random.nextInt(16) : packed[at];
            }
            Chunk chunk = new Chunk(Chunk.hashOf(packed), 1, Compression.compress(packed));
            try {
                assertThat(assets(chunk)).hasSizeLessThan(20);
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("cannot be read");
            }
        }
    }

    private static void refuses(Chunk chunk, String because) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> assets(chunk))
                .withMessageContaining(chunk.hash())
                .withMessageContaining(because);
    }
}
