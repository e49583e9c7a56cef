package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.throughline.Estate;
import dev.throughline.Throughline;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final Throughline throughline = Throughline.inMemory();

    /** A source that does something before it lists what it has. */
    private record Source(Scope scope, Runnable before) implements Connector {
        Source(String name, Runnable before) {
            this(new Scope("test", name), before);
        }

        @Override
        public Listing list() {
            before.run();
            return new Estate(scope.toString()).deployment("api").list();
        }
    }

    @Test
    void readsOneSourceWhileAnotherWaits() {
        CyclicBarrier both = new CyclicBarrier(2);
        Runnable untilTheOtherIsThere = () -> {
            try {
                both.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw unread("it is read alone", e);
            }
        };

        List<IngestReport> reports =
                throughline.ingest(new Source("a", untilTheOtherIsThere), new Source("b", untilTheOtherIsThere));

        assertThat(reports).allMatch(IngestReport::changed);
    }

    @Test
    void reportsInTheOrderOfTheConnectorsWhicheverIsReadFirst() {
        CountDownLatch second = new CountDownLatch(1);
        Connector slow = new Source("a", () -> await(second));
        Connector fast = new Source("b", second::countDown);

        assertThat(throughline.ingest(slow, fast))
                .extracting(IngestReport::scope)
                .containsExactly(slow.scope(), fast.scope());
    }

    @Test
    void readsSourcesOfOneScopeOneAfterTheOtherInTheirOrder() {
        AtomicInteger atATime = new AtomicInteger();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Stream<Connector> ofOneScope = IntStream.range(0, 20)
                .mapToObj(i -> new Source("a", () -> {
                    assertThat(atATime.incrementAndGet()).isEqualTo(1);
                    order.add(i);
                    atATime.decrementAndGet();
                }));
        Stream<Connector> others = IntStream.range(0, 20).mapToObj(i -> new Source("other-" + i, () -> {}));

        throughline.ingest(Stream.concat(ofOneScope, others).toArray(Connector[]::new));

        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void readsAnOnlySourceInTheThreadOfTheCaller() {
        Thread caller = Thread.currentThread();
        List<Thread> readers = new ArrayList<>();

        throughline.ingest(new Source("a", () -> readers.add(Thread.currentThread())));

        assertThat(readers).containsExactly(caller);
    }

    @Test
    void tellsOfProgressOneCallAtATime() {
        AtomicInteger atATime = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Throughline telling = throughline.reportingTo((scope, read, all, facts) -> {
            most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
            Uninterruptibles.sleepUninterruptibly(Duration.ofNanos(10_000));
            atATime.decrementAndGet();
        });

        telling.ingest(IntStream.range(0, 200)
                .mapToObj(i -> new Source("s" + i, () -> {}))
                .toArray(Connector[]::new));

        assertThat(most).hasValue(1);
    }

    @Test
    void throwsTheFirstFailureInTheOrderOfTheConnectorsAndReadsTheOthers() {
        Connector broken = new Source("broken", () -> {
            throw new IllegalStateException("a mistake");
        });
        Connector unread = new Source("unread", () -> {
            throw unread("not there", null);
        });
        Connector good = new Source("good", () -> {});

        assertThatThrownBy(() -> throughline.ingest(broken, unread, good))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a mistake")
                .satisfies(e -> assertThat(e.getSuppressed()).hasExactlyElementsOfTypes(SourceException.class));
        assertThat(throughline.assess().graph().find(Estate.workload("api"))).isPresent();
    }

    @Test
    void stopsItsReadersWhenTheCallerIsInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        throughline.ingest(new Source("a", () -> await(never)), new Source("b", () -> await(never))))
                .isInstanceOf(StoreException.class)
                .hasMessage("interrupted while sources were read");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static SourceException unread(String cause, @Nullable Throwable thrown) {
        return new SourceException(new Rejection("test", "", cause), thrown);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw unread("nothing came", null);
            }
        } catch (InterruptedException e) {
            throw unread("interrupted", e);
        }
    }
}
