package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeHeapTest {
    @Test
    void givesWhatAQueueWouldGive() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            NodeHeap heap = new NodeHeap();
            PriorityQueue<long[]> queue = new PriorityQueue<>(
                    Comparator.<long[]>comparingLong(entry -> entry[0]).thenComparingLong(entry -> entry[1]));
            for (int i = 0; i < 2_000; i++) {
                if (random.nextInt(5) < 3) {
                    long length = random.nextInt(50);
                    int node = random.nextInt(50);
                    heap.push(length, node);
                    queue.add(new long[] {length, node});
                } else if (!queue.isEmpty()) {
                    assertThat(heap.length()).isEqualTo(queue.element()[0]);
                    assertThat(heap.pop()).isEqualTo((int) queue.remove()[1]);
                }
                assertThat(heap.isEmpty()).isEqualTo(queue.isEmpty());
            }
        }
    }
}
