package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chunks, by their hashes. */
public interface ChunkContract extends StoreUnderTest {
    @Test
    default void storesChunksOnce() {
        Chunk chunk = chunk(1);
        Chunk other = chunk(2);
        assertThat(store().missing(List.of(chunk.hash(), other.hash())))
                .containsExactlyInAnyOrder(chunk.hash(), other.hash());

        store().write(List.of(chunk));
        store().write(List.of(new Chunk(chunk.hash(), 99, new byte[0]), other));

        assertThat(store().missing(List.of(chunk.hash(), other.hash()))).isEmpty();
        assertThat(read(List.of(chunk.hash(), other.hash(), chunk.hash())))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(chunk, other);
    }

    @Test
    default void writersOfTheSameChunksDoNotDisturbEachOther() throws Exception {
        List<Chunk> chunks = IntStream.range(0, 60).mapToObj(this::chunk).toList();
        inParallel(4, writer -> {
            List<Chunk> mine = new ArrayList<>(chunks);
            Collections.rotate(mine, writer * 15);
            store().write(mine);
            return true;
        });

        assertThat(store().missing(hashes(chunks))).isEmpty();
    }

    @Test
    default void readsManyChunks() {
        List<Chunk> chunks = IntStream.range(0, 250).mapToObj(this::chunk).toList();
        store().write(chunks);

        assertThat(read(hashes(chunks))).containsExactlyInAnyOrderElementsOf(chunks);
    }

    @Test
    default void namesAChunkThatIsNotStored() {
        store().write(List.of(chunk(1)));
        Chunk missing = chunk(2);

        assertThatThrownBy(() -> read(List.of(chunk(1).hash(), missing.hash())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(missing.hash());
    }

    @Test
    default void whatAReaderThrowsReachesItsCaller() {
        store().write(List.of(chunk(1)));

        assertThatThrownBy(() -> store().read(List.of(chunk(1).hash()), chunk -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    private List<Chunk> read(List<String> hashes) {
        List<Chunk> chunks = new ArrayList<>();
        store().read(hashes, chunks::add);
        return chunks;
    }
}
