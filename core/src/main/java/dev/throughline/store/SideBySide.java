package dev.throughline.store;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.throughline.fact.Connector;
import dev.throughline.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads several sources at a time: while one waits for its source, for a lease or for a commit, another goes on. Those of
 * one scope are read one after the other, in their order.
 */
public final class SideBySide {
    /** Each may hold a few hundred thousand facts. */
    private static final int MOST_SOURCES = 2;

    private SideBySide() {}

    /**
     * Reads all sources, whatever becomes of some.
     *
     * @param connectors read the sources; the only one, or those of the only scope, in the thread of the caller
     * @param reading reads one
     * @return what came of each, in their order
     * @throws RuntimeException the first failure, in the order of the connectors; the others are suppressed in it
     * @throws StoreException if the caller is interrupted; what was committed by then stays
     */
    public static List<IngestReport> read(List<Connector> connectors, Function<Connector, IngestReport> reading) {
        boolean alone = connectors.stream().map(Connector::scope).distinct().count() <= 1;
        ExecutorService threads = alone
                ? MoreExecutors.newDirectExecutorService()
                : Executors.newFixedThreadPool(
                        MOST_SOURCES,
                        new ThreadFactoryBuilder()
                                .setDaemon(true)
                                .setNameFormat("throughline-source-%d")
                                .build());
        Map<Scope, Executor> inOrder = new HashMap<>();
        try {
            List<Future<IngestReport>> running = new ArrayList<>();
            for (Connector connector : connectors) {
                Executor ofScope = inOrder.computeIfAbsent(
                        connector.scope(), scope -> MoreExecutors.newSequentialExecutor(threads));
                running.add(Futures.submit(() -> reading.apply(connector), ofScope));
            }
            return reports(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while sources were read", e);
        } finally {
            threads.shutdownNow();
            Uninterruptibles.awaitTerminationUninterruptibly(threads);
        }
    }

    private static List<IngestReport> reports(List<Future<IngestReport>> running) throws InterruptedException {
        List<IngestReport> reports = new ArrayList<>();
        @Nullable Throwable failure = null;
        for (Future<IngestReport> next : running) {
            try {
                reports.add(next.get());
            } catch (ExecutionException e) {
                if (failure == null) {
                    failure = e.getCause();
                } else {
                    failure.addSuppressed(e.getCause());
                }
            }
        }
        if (failure != null) {
            Throwables.throwIfUnchecked(failure);
            throw new IllegalStateException(failure);
        }
        return reports;
    }
}
